import type { Bilingual } from '../domain/bilingual.ts';
import type { Exigence, PreuveAttendue } from '../domain/plan.ts';
import { planExigence } from './applicability.ts';
import { coverage } from './coverage.ts';
import type { ExplainContext } from './explain-context.ts';
import { canonicalId } from '../domain/exigence-id.ts';
import type { Explanation } from './explanation.ts';

const same = (text: string): Bilingual => ({ fr: text, en: text });

const automations: Readonly<Record<PreuveAttendue['automation'], Bilingual>> = {
  trafic: { fr: 'jugée sur les échanges', en: 'judged on the exchanges' },
  fichier: { fr: 'jugée sur un fichier remis', en: 'judged on a file handed in' },
  etat: { fr: "jugée sur l'état du logiciel", en: "judged on the software's state" },
  assiste: { fr: 'jouée par le banc, jugée par une personne', en: 'driven by the bench, judged by a person' },
  atteste: { fr: 'déclarée par une personne', en: 'declared by a person' },
  certificat: { fr: 'certificat délivré ailleurs', en: 'certificate issued elsewhere' },
  aucune: { fr: 'non traitée', en: 'not handled' },
};

/** The exigence of that id: the one of the dossier's dispositif, else one for each dispositif that differs. */
export function explainExigence(id: string, context: ExplainContext): readonly Explanation[] {
  const { catalogue, dossier } = context;
  const rows = catalogue.exigences
    .map(({ exigence }) => exigence)
    .filter((exigence) => canonicalId(exigence.id) === canonicalId(id));
  const own =
    dossier === undefined
      ? rows
      : rows.filter(({ dispositif }) => dispositif === dossier.candidature.dispositif);
  const [first] = own.length > 0 ? own : rows;
  if (first === undefined) return [];
  const lines = coverage(catalogue, context.workspace.scenarios, { dispositif: first.dispositif });
  const line = lines.find(({ exigence }) => exigence === first);
  return [
    {
      kind: 'exigence',
      id: first.id,
      title: first.title,
      facts: [
        { label: { fr: 'Catalogue', en: 'Catalogue' }, value: same(`${catalogue.id} (${catalogue.status})`) },
        {
          label: { fr: 'Chapitre', en: 'Chapitre' },
          value: catalogue.chapitres[first.chapitre] ?? same(first.chapitre),
        },
        { label: { fr: 'Dispositifs', en: 'Dispositifs' }, value: same(rows.map(stateOf).join(', ')) },
        {
          label: { fr: 'Nature, vague, profil', en: 'Nature, vague, profil' },
          value: same(`${first.nature}, ${first.vague}, ${first.profil}`),
        },
        ...(first.condition === undefined
          ? []
          : [{ label: { fr: 'Condition', en: 'Condition' }, value: asked(first.condition) }]),
        ...applies(first, context, own.length > 0),
      ],
      clauses: first.clauses,
      links: (line?.preuves ?? []).map(({ preuve, scenarios }) => ({
        label: preuveLabel(preuve),
        ids: scenarios,
      })),
      fixes: [],
    },
  ];
}

/** The exigences that a preuve id of the REM belongs to. */
export function explainPreuve(id: string, { catalogue, workspace }: ExplainContext): readonly Explanation[] {
  const wanted = canonicalId(id);
  const owners = catalogue.exigences
    .map(({ exigence }) => exigence)
    .filter(({ scenarios }) =>
      scenarios.some(({ preuves }) => preuves.some((preuve) => canonicalId(preuve.id) === wanted)),
    );
  const [owner] = owners;
  const preuve = owner?.scenarios
    .flatMap(({ preuves }) => preuves)
    .find((one) => canonicalId(one.id) === wanted);
  if (owner === undefined || preuve === undefined) return [];
  const judging = workspace.scenarios.filter(({ file }) =>
    file.judgements.some(({ proves }) => proves.some((proved) => canonicalId(proved) === wanted)),
  );
  return [
    {
      kind: 'preuve',
      id: preuve.id,
      title: owner.title,
      facts: [{ label: { fr: 'Traitement', en: 'Handling' }, value: preuveLabel(preuve) }],
      clauses: [],
      links: [
        { label: { fr: 'Exigences', en: 'Exigences' }, ids: [...new Set(owners.map((one) => one.id))] },
        {
          label: { fr: 'Scénarios qui la jugent', en: 'Scenarios that judge it' },
          ids: judging.map((one) => one.id),
        },
      ],
      fixes: [],
    },
  ];
}

function applies(exigence: Exigence, { dossier }: ExplainContext, own: boolean): Explanation['facts'] {
  const label = { fr: "S'applique au dossier", en: 'Applies to the dossier' };
  if (dossier === undefined) return [];
  if (!own) {
    const { dispositif } = dossier.candidature;
    return [
      {
        label,
        value: { fr: `non : absente du dispositif ${dispositif}`, en: `no: not in dispositif ${dispositif}` },
      },
    ];
  }
  const planned = planExigence(exigence, dossier);
  if (planned.excluded !== undefined) {
    const { fr, en } = planned.excluded.text;
    return [{ label, value: { fr: `non. ${fr}`, en: `no. ${en}` } }];
  }
  if (planned.conditionUnanswered !== true) return [{ label, value: { fr: 'oui', en: 'yes' } }];
  return [
    {
      label,
      value: {
        fr: 'oui, faute de réponse à la condition (conditions du dossier)',
        en: 'yes, for want of an answer to the condition (conditions of the dossier)',
      },
    },
  ];
}

function stateOf({ dispositif, arbitrage }: Exigence): string {
  return arbitrage === 'approuvee' ? dispositif : `${dispositif} (${arbitrage})`;
}

function asked({ id, texte }: NonNullable<Exigence['condition']>): Bilingual {
  return { fr: `${id} : ${texte.fr}`, en: `${id}: ${texte.en}` };
}

function preuveLabel(preuve: PreuveAttendue): Bilingual {
  const how = automations[preuve.automation];
  const because =
    preuve.pourquoi === undefined ? same('') : { fr: ` ${preuve.pourquoi.fr}`, en: ` ${preuve.pourquoi.en}` };
  return {
    fr: `Preuve ${preuve.id}, ${how.fr}.${because.fr}`,
    en: `Preuve ${preuve.id}, ${how.en}.${because.en}`,
  };
}

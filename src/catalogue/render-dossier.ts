import { Document, isMap, isPair, isScalar, type Node } from 'yaml';
import type { JsonObject, JsonSchema } from '../domain/json.ts';
import type { Bilingual, Lang } from '../domain/bilingual.ts';
import type { Registry } from '../domain/registry.ts';
import type { Catalogue } from './catalogue.ts';

/** What `segur init` asked. */
export interface DossierAnswers {
  readonly nom: string;
  readonly version: string;
  readonly editeur: string;
  readonly reference?: string;
  readonly dispositif: string;
  readonly vague: 1 | 2;
  readonly profils: readonly string[];
  readonly pilote: 'attended' | 'http' | 'command' | 'browser';
  /** Services to set up, with the options answered; the rest comes from their defaults. */
  readonly services: Readonly<Record<string, JsonObject>>;
}

export interface DossierSources {
  readonly dossierSchema: JsonSchema;
  readonly registry: Registry;
  readonly catalogue: Catalogue;
  readonly lang: Lang;
}

const texts = {
  head: {
    fr: ' Dossier de candidature lu par segur. Complétez, puis : segur plan --dossier segur.yaml',
    en: ' Candidature file read by segur. Complete it, then: segur plan --dossier segur.yaml',
  },
  conditions: {
    fr: " Réponses aux conditions « SI ... » : true, ou { valeur: false, justification: '...' }.\n Sans réponse, la condition compte comme vraie.",
    en: " Answers to the conditions: true, or { valeur: false, justification: '...' }.\n Unanswered, a condition counts as true.",
  },
  attestations: {
    fr: " Déclarations d'une personne sur les preuves qui ne s'automatisent pas :\n attestations:\n   - { preuve: PSC.01.04.01, valeur: conforme, par: Prénom Nom, le: '2026-01-31', fichier: preuves/historique.pdf }",
    en: " A person's declarations on preuves that cannot be automated:\n attestations:\n   - { preuve: PSC.01.04.01, valeur: conforme, par: First Last, le: '2026-01-31', fichier: preuves/history.pdf }",
  },
  secret: {
    fr: ' Secret : écrire ${env:NOM} ou file:chemin plutôt que la valeur.',
    en: ' Secret: write ${env:NAME} or file:path rather than the value.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const pilotes: Readonly<Record<DossierAnswers['pilote'], JsonObject>> = {
  attended: { kind: 'attended' },
  http: { kind: 'http', url: 'http://127.0.0.1:8090/pilotage' },
  command: { kind: 'command', run: ['node', 'pilotage.js'] },
  browser: { kind: 'browser', baseUrl: 'https://localhost:8443', actions: {} },
};

/** A commented `segur.yaml`, valid against its schema; comments come from the schemas and the catalogue. */
export function renderDossier(answers: DossierAnswers, sources: DossierSources): string {
  const { catalogue, registry, lang } = sources;
  const couloir = catalogue.dispositifs[answers.dispositif]?.couloir;
  const document = new Document({
    version: 1,
    solution: {
      nom: answers.nom,
      version: answers.version,
      editeur: answers.editeur,
      ...(answers.reference === undefined ? {} : { reference: answers.reference }),
    },
    candidature: {
      ...(couloir === undefined ? {} : { couloir }),
      dispositif: answers.dispositif,
      vague: answers.vague,
      profils: answers.profils,
      catalogue: catalogue.id,
    },
    pilote: pilotes[answers.pilote],
    services: answers.services,
    conditions: {},
  });
  document.commentBefore = texts.head[lang];
  comment(document.contents, sources.dossierSchema);
  for (const name of Object.keys(answers.services)) {
    const service = registry.services.get(name);
    const node = document.getIn(['services', name], true);
    if (service === undefined) continue;
    comment(node, service.options);
    for (const secret of service.secrets) {
      keyAt(document.contents, ['services', name, ...secret.split('.')], texts.secret[lang]);
    }
  }
  keyAt(document.contents, ['conditions'], `${texts.conditions[lang]}\n${conditionList(answers, sources)}`);
  document.comment = texts.attestations[lang];
  return document.toString({ lineWidth: 110, singleQuote: true });
}

/** The questions that matter to this candidature, ready to be copied under `conditions`. */
function conditionList(
  { dispositif, vague, profils }: DossierAnswers,
  { catalogue, lang }: DossierSources,
): string {
  const asked = new Set(
    catalogue.exigences
      .map(({ exigence }) => exigence)
      .filter(
        (exigence) =>
          exigence.dispositif === dispositif &&
          exigence.arbitrage !== 'obsolete' &&
          exigence.vague <= vague &&
          (exigence.profil === 'Général' || profils.includes(exigence.profil)),
      )
      .flatMap(({ condition }) => (condition === undefined ? [] : [condition.id])),
  );
  return [...asked].map((id) => `   ${id}: true  (${catalogue.conditions[id]?.[lang] ?? ''})`).join('\n');
}

function comment(node: unknown, schema: JsonSchema): void {
  if (!isMap(node)) return;
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
  for (const pair of node.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const member = properties[key];
    if (member === undefined) continue;
    const description = member['description'];
    if (typeof description === 'string' && isScalar(pair.key)) pair.key.commentBefore = ` ${description}`;
    comment(pair.value, member);
  }
}

function keyAt(contents: Node | null, path: readonly string[], text: string): void {
  let node: unknown = contents;
  for (const [index, part] of path.entries()) {
    if (!isMap(node)) return;
    const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === part);
    if (pair === undefined) return;
    if (index === path.length - 1 && isScalar(pair.key)) {
      const before = pair.key.commentBefore;
      pair.key.commentBefore = before == null ? text : `${before}\n${text}`;
    }
    node = pair.value;
  }
}

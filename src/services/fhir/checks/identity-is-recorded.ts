import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { JsonObject } from '../../../domain/json.ts';
import { answersTo, inPreuve, isObject, sendings } from './shared/fhir-preuves.ts';

type Options = {
  /**
   * What becomes of an INS that a third party sent: kept, left out, or kept only if INSi was asked for in the same steps.
   */
  readonly ins: 'present' | 'absent' | 'verifiee';
  /** The software may refuse what was sent, and then knows nobody. */
  readonly refusAdmis?: boolean;
  /** Attribute that the sender gave to the identity, and that must be kept. */
  readonly attribut?: 'douteuse' | 'fictive';
};

/** The identity of a third party is in the software once, never qualifiée by itself, its INS as its verification commands. */
export const check: Check<Options> = {
  title: {
    fr: 'L’identité d’un tiers est enregistrée sans être qualifiée d’office, l’INS selon sa vérification',
    en: 'The identity of a third party is stored without being qualifiée by itself, the INS according to its verification',
  },
  assertions: ['INS-ST-026', 'INS-ST-031', 'HX-FHIR-REPETITION'],
  clauses: [
    {
      source: 'REM 2023-02',
      section: 'INS/va1.13, INS/va1.57 (r.30), INS/va1.11 (r.52), INS/va1.05 (r.51)',
      trust: 'V',
    },
  ],
  reads: ['fhir/sent', 'pilote/probe', 'insi/verification-request'],
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['ins'],
    properties: {
      ins: { enum: ['present', 'absent', 'verifiee'] },
      refusAdmis: { type: 'boolean' },
      attribut: { enum: ['douteuse', 'fictive'] },
    },
  },
  findings: {
    'identity-missing': {
      says: {
        fr: 'Après « {variante} », la recherche ne trouve pas l’identité « {nom} »',
        en: 'After "{variante}", the search does not find identity "{nom}"',
      },
      fix: {
        fr: 'Créez l’identité reçue avec ses traits, quel que soit le sort de son INS',
        en: 'Create the identity received with its traits, whatever becomes of its INS',
      },
    },
    'identity-duplicated': {
      says: {
        fr: 'Après « {variante} », {actual} identités portent le nom « {nom} » et la même date de naissance',
        en: 'After "{variante}", {actual} identities have the name "{nom}" and the same birth date',
      },
      fix: {
        fr: 'Reconnaissez le numéro de l’émetteur : un même Patient n’a qu’une identité',
        en: 'Recognise the number of the sender: one Patient has one identity',
      },
    },
    'qualified-by-itself': {
      says: {
        fr: 'Après « {variante} », l’identité reçue d’un tiers est qualifiée d’office',
        en: 'After "{variante}", the identity of a third party is qualifiée by itself',
      },
      fix: {
        fr: 'Attribuez au plus « récupérée » après vérification INSi : la pièce reste à contrôler',
        en: 'Give at most "récupérée" after the INSi verification: the proof is still to be checked',
      },
    },
    'ins-missing': {
      says: {
        fr: 'Après « {variante} » et vérification OK, l’identité est sans INS',
        en: 'After "{variante}" and a verification OK, the identity has no INS',
      },
      fix: {
        fr: 'Enregistrez matricule et OID une fois l’INS vérifiée',
        en: 'Store matricule and OID once the INS is verified',
      },
    },
    'ins-differs': {
      says: {
        fr: 'L’INS enregistrée « {actual} » n’est pas l’INS active du Patient « {expected} »',
        en: 'The INS stored "{actual}" is not the active INS of the Patient "{expected}"',
      },
      fix: {
        fr: 'Prenez l’identifiant de use = official dont le système est une autorité d’INS, tel quel',
        en: 'Take the identifier of use = official whose system is an INS authority, as it is',
      },
    },
    'ins-kept': {
      says: {
        fr: 'Après « {variante} », l’identité porte l’INS {actual}',
        en: 'After "{variante}", the identity has INS {actual}',
      },
      fix: {
        fr: 'N’enregistrez pas l’INS qu’INSi n’a pas vérifiée, ni celle d’une identité douteuse, fictive ou remplacée',
        en: 'Do not store an INS that INSi did not verify, nor that of an identity that is douteuse, fictive or replaced',
      },
    },
    'ins-not-verified': {
      says: {
        fr: 'Après « {variante} », l’INS {actual} est enregistrée sans appel à la vérification INSi',
        en: 'After "{variante}", the INS {actual} is stored without a call of the INSi verification',
      },
      fix: {
        fr: 'Vérifiez par INSi toute INS reçue d’un autre domaine avant de l’enregistrer',
        en: 'Verify by INSi every INS of another domain before storing it',
      },
    },
    'attribute-lost': {
      says: {
        fr: 'Après « {variante} », l’identité n’a pas l’attribut « {expected} »',
        en: 'After "{variante}", the identity lacks the attribute "{expected}"',
      },
      fix: {
        fr: 'Reprenez l’attribut DOUT ou FICT de identityReliability',
        en: 'Take up the attribute DOUT or FICT of identityReliability',
      },
    },
  },
  judge({ preuves, options, facts }) {
    const sent = sendings(preuves).at(-1);
    const searched = answersTo(preuves, 'ins.rechercher').at(-1);
    const patient = facts.deck.patients.find(({ role }) => role === sent?.view.role);
    if (sent === undefined || searched === undefined || patient === undefined)
      return { examined: 0, findings: [] };
    const { variante, nomNaissance, dateNaissance, status } = sent.view;
    const values = { variante, nom: nomNaissance };
    const at = (finding: Omit<Finding, 'where'>): Finding =>
      inPreuve(searched.preuve, 'output.resultats', { values, ...finding });
    const found = identitiesOf(searched.output, nomNaissance, dateNaissance);
    const [identity] = found;
    if (identity === undefined) {
      const refused = options.refusAdmis === true && status >= 400 && status < 500;
      return { examined: 1, findings: refused ? [] : [at({ code: 'identity-missing' })] };
    }
    const verified = preuves.some(({ kind }) => kind === 'insi/verification-request');
    const expected = `${patient.matricule} (${patient.oid})`;
    return {
      examined: 1,
      findings: [
        ...(found.length > 1 ? [at({ code: 'identity-duplicated', actual: found.length })] : []),
        ...(identity['statut'] === 'qualifiee' ? [at({ code: 'qualified-by-itself' })] : []),
        ...insFindings(insOf(identity), { wanted: options.ins, expected, verified }).map(at),
        ...(options.attribut === undefined || attributesOf(identity).includes(options.attribut)
          ? []
          : [at({ code: 'attribute-lost', expected: options.attribut })]),
      ],
    };
  },
};

interface Wanted {
  readonly wanted: Options['ins'];
  readonly expected: string;
  readonly verified: boolean;
}

function insFindings(
  actual: string,
  { wanted, expected, verified }: Wanted,
): readonly { readonly code: string; readonly expected?: string; readonly actual?: string }[] {
  if (actual === '') return wanted === 'present' ? [{ code: 'ins-missing', expected }] : [];
  if (wanted === 'absent') return [{ code: 'ins-kept', actual }];
  if (actual !== expected) return [{ code: 'ins-differs', expected, actual }];
  return verified ? [] : [{ code: 'ins-not-verified', actual }];
}

function identitiesOf(output: JsonObject, name: string, birth: string): readonly JsonObject[] {
  const { resultats } = output;
  return (Array.isArray(resultats) ? (resultats as readonly unknown[]) : []).filter(
    (one): one is JsonObject =>
      isObject(one) &&
      isObject(one['traits']) &&
      one['traits']['nomNaissance'] === name &&
      (one['traits']['dateNaissance'] ?? birth) === birth,
  );
}

/** `matricule (oid)`, empty for an identity without INS. */
function insOf(identity: JsonObject): string {
  const { ins } = identity;
  if (!isObject(ins)) return '';
  const [matricule = '', oid = ''] = [ins['matricule'], ins['oid']].map((one) =>
    typeof one === 'string' ? one : '',
  );
  return matricule === '' && oid === '' ? '' : `${matricule} (${oid})`;
}

function attributesOf({ attributs }: JsonObject): readonly unknown[] {
  return Array.isArray(attributs) ? (attributs as readonly unknown[]) : [];
}

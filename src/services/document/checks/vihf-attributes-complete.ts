import type { Check } from '../../../domain/check.ts';
import type { Vihf, VihfAttribute } from '../../../formats/vihf/vihf.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeVihfs, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';
import { vihfMode } from './reading/vihf-mode.ts';

const ROLE = 'urn:oasis:names:tc:xacml:2.0:subject:role';
const SUBJECT_ID = 'urn:oasis:names:tc:xspa:1.0:subject:subject-id';
const MODE = 'Authentification_Mode';
const MODES = ['DIRECTE', 'INDIRECTE', 'INDIRECTE_RENFORCEE'];
const MANDATORY = [
  'VIHF_Version',
  MODE,
  'Identifiant_Structure',
  'Secteur_Activite',
  ROLE,
  'urn:oasis:names:tc:xacml:2.0:resource:resource-id',
  'Ressource_URN',
  'urn:oasis:names:tc:xspa:1.0:subject:purposeofuse',
  'LPS_Nom',
  'LPS_Version',
  'LPS_ID_HOMOLOGATION_DMP',
];
/** Code system of the second role that a profession must have. */
const SPECIALTIES: ReadonlyMap<string, string> = new Map([
  ['10', '1.2.250.1.71.4.2.5'],
  ['21', 'TRE_G05'],
]);

/** The VIHF has its mandatory attributes, a known mode, and the role that the profession calls for. */
export const check: Check = {
  title: { fr: 'Le VIHF porte ses attributs obligatoires', en: 'The VIHF has its mandatory attributes' },
  assertions: ['DMP-VIHF-04', 'DMP-VIHF-05', 'DMP-VIHF-06'],
  clauses: [
    { source: 'ANS IG HL7v2 transmission CDA 2.1', section: 'mapping VIHF', trust: 'V' },
    { source: 'Exemples GIE SESAM-Vitale 02.05.00', section: 'VIHF', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'attribute-missing': sentences(
      'L’attribut {expected} manque ou est vide.',
      'The attribute {expected} is missing or empty.',
      'Renseigner cet attribut.',
      'Give this attribute.',
    ),
    'mode-unknown': sentences(
      'Le mode d’authentification {actual} n’est pas dans {expected}.',
      'The authentication mode {actual} is not in {expected}.',
      'Écrire DIRECTE, INDIRECTE ou INDIRECTE_RENFORCEE.',
      'Write DIRECTE, INDIRECTE or INDIRECTE_RENFORCEE.',
    ),
    'second-role-missing': sentences(
      'La profession {actual} n’a pas de second rôle (spécialité ou table de l’Ordre).',
      'The profession {actual} has no second role (specialty or Order table).',
      'Ajouter la spécialité du médecin ou le tableau du pharmacien.',
      'Add the physician’s specialty or the pharmacist’s table.',
    ),
    'resource-urn-wrong': sentences(
      'Ressource_URN vaut {actual}, attendu {expected}.',
      'Ressource_URN is {actual}, {expected} is expected.',
      'Écrire urn:dmp.',
      'Write urn:dmp.',
    ),
  },
  judge: (input) => judgeVihfs(input, ({ assertions }) => assertions.flatMap(inspect)),
};

function find({ attributes }: Vihf, name: string): VihfAttribute | undefined {
  return attributes.find((one) => one.name === name);
}

function isEmpty(attribute: VihfAttribute | undefined): boolean {
  return (attribute?.values ?? []).every((value) => value.text === '' && (value.code ?? '') === '');
}

function inspect(vihf: Vihf): Observation[] {
  const mode = vihfMode(vihf);
  // A card says who holds it; an organisation's certificate does not.
  const mandatory = mode?.value.startsWith('INDIRECTE') === true ? [...MANDATORY, SUBJECT_ID] : MANDATORY;
  const out: Observation[] = mandatory
    .filter((name) => (name === MODE ? (mode?.value ?? '') === '' : isEmpty(find(vihf, name))))
    .map((expected) => ({ code: 'attribute-missing', expected, at: vihf.at }));
  if (mode !== undefined && mode.value !== '' && !MODES.includes(mode.value)) {
    out.push({ code: 'mode-unknown', expected: MODES.join(', '), actual: mode.value, at: mode.at });
  }
  const urn = find(vihf, 'Ressource_URN');
  const resource = urn?.values[0]?.text ?? '';
  if (urn !== undefined && resource !== '' && resource !== 'urn:dmp') {
    out.push({ code: 'resource-urn-wrong', expected: 'urn:dmp', actual: resource, at: urn.at });
  }
  const role = find(vihf, ROLE);
  const [profession, second] = role?.values ?? [];
  const system = SPECIALTIES.get(profession?.code ?? '');
  if (role !== undefined && system !== undefined && !fits(second?.code, second?.codeSystem, system)) {
    out.push({ code: 'second-role-missing', actual: profession?.code ?? '', at: role.at });
  }
  return out;
}

/** The OID of the pharmacists' table is not in the sources read: any second role is taken for them. */
function fits(code: string | undefined, system: string | undefined, expected: string): boolean {
  if (code === undefined || code === '') return false;
  return expected.startsWith('TRE_') || system === expected;
}

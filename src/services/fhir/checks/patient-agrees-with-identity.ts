import type { Check } from '../../../domain/check.ts';
import type { JsonObject } from '../../../domain/json.ts';
import { answersTo, inPreuve, isObject, writes } from './shared/fhir-preuves.ts';

const compared = [
  'nomNaissance',
  'premierPrenom',
  'prenoms',
  'sexe',
  'dateNaissance',
  'lieuNaissance',
] as const;

/** The Patient that was sent has the traits of the identity as the software shows it. */
export const check: Check = {
  title: {
    fr: 'Le Patient émis porte les traits de l’identité enregistrée',
    en: 'The Patient sent has the traits of the stored identity',
  },
  assertions: ['HX-FHIR-TRAITS', 'INS-FHIR-003'],
  clauses: [
    {
      source: 'FR Core 2.2.0',
      section: 'fr-core-patient-ins, name, gender, birthDate, birthPlace',
      trust: 'V',
    },
    { source: 'REM 2023-02', section: 'INS/va1.52 (r.6)', trust: 'V' },
  ],
  reads: ['fhir/write', 'pilote/probe'],
  findings: {
    'trait-differs': {
      says: {
        fr: 'Le trait {trait} vaut « {actual} » dans le Patient, « {expected} » dans l’identité',
        en: 'The trait {trait} is "{actual}" in the Patient, "{expected}" in the identity',
      },
      fix: {
        fr: 'Écrivez les traits tels qu’ils sont enregistrés, à la place que leur donne FR Core',
        en: 'Write the traits as they are stored, at the place that FR Core gives them',
      },
    },
  },
  judge({ preuves }) {
    const sent = writes(preuves).at(-1);
    const patient = sent?.view.patients[0];
    const shown = answersTo(preuves, 'ins.lire').at(-1);
    const identite = shown?.output['identite'];
    const traits = isObject(identite) ? identite['traits'] : undefined;
    if (sent === undefined || patient === undefined || !isObject(traits))
      return { examined: 0, findings: [] };
    const findings = compared.flatMap((trait) => {
      const expected = textOf(traits, trait);
      const actual = patient[trait];
      return expected === '' || actual === expected
        ? []
        : [inPreuve(sent, patient.path, { code: 'trait-differs', expected, actual, values: { trait } })];
    });
    return { examined: 1, findings };
  },
};

function textOf(object: JsonObject, name: string): string {
  const value = object[name];
  return typeof value === 'string' ? value : '';
}

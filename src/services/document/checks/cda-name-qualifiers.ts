import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeCdas, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The patient's names are qualified as birth (BR) or used (CL) names, and nothing else. */
export const check: Check = {
  title: {
    fr: 'Les noms du patient sont qualifiés BR ou CL',
    en: 'The patient’s names are qualified BR or CL',
  },
  assertions: ['INS-CDA-003'],
  clauses: [{ source: 'CI-SIS Volet Structuration minimale 1.16', section: 'patient/name', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'qualifier-unknown': sentences(
      'Le qualificatif {actual} n’est pas admis pour le nom d’un patient.',
      'The qualifier {actual} is not allowed on a patient’s name.',
      'Employer BR (naissance) ou CL (utilisé).',
      'Use BR (birth) or CL (used).',
    ),
    'family-unqualified': sentences(
      'Un nom de famille du patient n’a pas de qualificatif.',
      'A family name of the patient has no qualifier.',
      'Qualifier chaque nom de famille : BR ou CL.',
      'Qualify every family name: BR or CL.',
    ),
    'name-count': sentences(
      'Le patient a {actual} éléments name, attendu un seul.',
      'The patient has {actual} name elements, one is expected.',
      'Réunir les noms de naissance et utilisés dans un seul name.',
      'Gather birth and used names in a single name.',
    ),
  },
  judge: (input) =>
    judgeCdas(input, ({ document }) => {
      const [patient] = document.patients;
      if (patient === undefined) return undefined;
      const { names } = patient;
      const count: Observation[] =
        names.length === 1 ? [] : [{ code: 'name-count', expected: 1, actual: names.length, at: patient.at }];
      const parts = names.flatMap((name) => [...name.family, ...name.given]);
      return [
        ...count,
        ...parts
          .filter((part) => part.qualifier !== undefined && !['BR', 'CL'].includes(part.qualifier))
          .map((part) => ({
            code: 'qualifier-unknown',
            expected: 'BR, CL',
            actual: part.qualifier ?? '',
            at: part.at,
          })),
        ...names
          .flatMap((name) => name.family)
          .filter((part) => part.qualifier === undefined)
          .map((part) => ({ code: 'family-unqualified', at: part.at })),
      ];
    }),
};

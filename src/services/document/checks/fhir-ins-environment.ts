import type { Check } from '../../../domain/check.ts';
import { publishedMatricules } from '../../../formats/ins/published-matricules.ts';
import { fhirKinds, judgePatients } from './reading/judge-fhir.ts';
import { sentences } from './reading/sentences.ts';

type Options = {
  readonly environnement: 'test' | 'production';
};

/** The INS belongs to the environment: no test number in production, no production number in a test. */
export const check: Check<Options> = {
  title: {
    fr: 'L’INS du Patient est celle de l’environnement joué',
    en: 'The INS of the Patient is one of the environment at work',
  },
  assertions: ['INS-FHIR-002'],
  clauses: [
    { source: 'FR Core 2.2.0', section: 'fr-core-patient-ins', trust: 'V' },
    { source: 'Règle déduite', trust: 'R' },
  ],
  reads: fhirKinds,
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['environnement'],
    properties: { environnement: { enum: ['test', 'production'] } },
  },
  findings: {
    'test-ins-in-production': sentences(
      'L’INS {actual} est une INS de test ou de démonstration.',
      'The INS {actual} is one for tests or demonstrations.',
      'En production, n’utiliser que des INS rendues par INSi.',
      'In production, use only INS that INSi gave.',
    ),
    'production-ins-in-test': sentences(
      'L’INS {actual} porte un OID de production.',
      'The INS {actual} has a production OID.',
      'En test, n’utiliser que l’OID 1.2.250.1.213.1.4.10 et des identités fictives.',
      'In tests, use only OID 1.2.250.1.213.1.4.10 and fictive identities.',
    ),
  },
  judge: (input) =>
    judgePatients(input, (read) => {
      if (read.ins.length === 0) return undefined;
      return read.ins.flatMap(({ authority, value, path }) => {
        const place = { actual: value, at: { path } };
        const real = authority.environment === 'production' && !publishedMatricules.has(value);
        if (input.options.environnement === 'production') {
          return real ? [] : [{ code: 'test-ins-in-production', ...place }];
        }
        return real ? [{ code: 'production-ins-in-test', ...place }] : [];
      });
    }),
};

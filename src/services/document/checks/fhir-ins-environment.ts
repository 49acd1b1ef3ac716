import type { Check } from '../../../domain/check.ts';
import { fhirKinds, judgePatients } from './reading/judge-fhir.ts';
import { environmentFindings, outOfEnvironment, type EnvironmentOptions } from './reading/ins-environment.ts';

/** The INS belongs to the environment: no test number in production, no production number in a test. */
export const check: Check<EnvironmentOptions> = {
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
  findings: environmentFindings,
  judge: (input) =>
    judgePatients(input, (read) => {
      if (read.ins.length === 0) return undefined;
      return read.ins.flatMap(({ authority, value, path }) => {
        const code = outOfEnvironment(input.options, { value, environment: authority.environment });
        return code === undefined ? [] : [{ code, actual: value, at: { path } }];
      });
    }),
};

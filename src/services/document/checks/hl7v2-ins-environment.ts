import type { Check } from '../../../domain/check.ts';
import { judgePids, messageKinds, placeIn } from './reading/judge-messages.ts';
import { environmentFindings, outOfEnvironment, type EnvironmentOptions } from './reading/ins-environment.ts';

/** The INS belongs to the environment: no test number in production, no production number in a test. */
export const check: Check<EnvironmentOptions> = {
  title: {
    fr: 'L’INS est celle de l’environnement joué',
    en: 'The INS is one of the environment at work',
  },
  assertions: ['INS-HL7-021'],
  clauses: [
    { source: 'FR Core 2.2.0', section: 'fr-core-patient-ins', trust: 'V' },
    { source: 'Règle déduite', trust: 'R' },
  ],
  reads: messageKinds,
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['environnement'],
    properties: { environnement: { enum: ['test', 'production'] } },
  },
  findings: environmentFindings,
  judge: (input) =>
    judgePids(input, (pid) => {
      const known = pid.ins.filter((ins) => ins.authority !== undefined);
      if (known.length === 0) return undefined;
      return known.flatMap(({ authority, value, path }) => {
        const code = outOfEnvironment(input.options, { value, environment: authority?.environment });
        return code === undefined ? [] : [{ code, actual: value, ...placeIn(pid.segment, path) }];
      });
    }),
};

import type { Check } from '../../../domain/check.ts';

import { identityStates, inPreuve } from './shared/identity-states.ts';

/** The identity has the expected status. */
export const check: Check<{ readonly statuts: readonly string[] }> = {
  title: { fr: 'L’identité a le statut attendu', en: 'The identity has the expected status' },
  assertions: [
    'INS-ST-001',
    'INS-ST-002',
    'INS-ST-003',
    'INS-ST-011',
    'INS-ST-018',
    'INS-ST-030',
    'INS-ST-031',
  ],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.40, INS/va1.43, INS/va1.45, INS/va1.54', trust: 'V' }],
  reads: ['pilote/action', 'pilote/probe'],
  options: {
    type: 'object',
    required: ['statuts'],
    properties: {
      statuts: {
        type: 'array',
        minItems: 1,
        items: { enum: ['provisoire', 'validee', 'recuperee', 'qualifiee'] },
      },
    },
    additionalProperties: false,
  },
  findings: {
    'status-differs': {
      says: {
        fr: 'L’identité est au statut « {actual} », attendu : {expected}',
        en: 'The identity has status "{actual}", expected: {expected}',
      },
      fix: {
        fr: 'Reprenez la machine à états : provisoire, validée (pièce), récupérée (INSi), qualifiée (les deux)',
        en: 'Go over the state machine: provisoire, validée (proof), récupérée (INSi), qualifiée (both)',
      },
    },
  },
  judge({ preuves, options }) {
    const state = identityStates(preuves).at(-1);
    if (state === undefined) return { examined: 0, findings: [] };
    const actual = state.statut ?? '';
    const findings = options.statuts.includes(actual)
      ? []
      : [
          inPreuve(state.preuve, 'output.identite.statut', {
            code: 'status-differs',
            expected: options.statuts.join(' | '),
            actual,
          }),
        ];
    return { examined: 1, findings };
  },
};

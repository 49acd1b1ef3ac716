import type { Check } from '../../../domain/check.ts';

import { answers, inPreuve } from './shared/identity-states.ts';

/** The INSi call expected is sent. */
export const check: Check<{ readonly kind: string }> = {
  title: { fr: 'L’appel INSi attendu est émis', en: 'The INSi call expected is sent' },
  assertions: ['INS-ST-031'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.11, INS/va1.34', trust: 'V' }],
  reads: [
    'pilote/action',
    'pilote/probe',
    'insi/traits-request',
    'insi/vitale-request',
    'insi/verification-request',
  ],
  options: {
    type: 'object',
    required: ['kind'],
    properties: {
      kind: { enum: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'] },
    },
    additionalProperties: false,
  },
  findings: {
    'insi-not-called': {
      says: { fr: 'Aucun appel {expected} n’a été reçu', en: 'No call {expected} was received' },
      fix: {
        fr: 'Émettez l’appel sans action supplémentaire de l’utilisateur',
        en: 'Send the call without a further act of the user',
      },
    },
  },
  judge({ preuves, options }) {
    const asked = answers(preuves);
    const first = asked[0];
    if (first === undefined) return { examined: 0, findings: [] };
    const called = preuves.some((preuve) => preuve.kind === options.kind);
    return {
      examined: 1,
      findings: called
        ? []
        : [inPreuve(first.preuve, 'output', { code: 'insi-not-called', expected: options.kind })],
    };
  },
};

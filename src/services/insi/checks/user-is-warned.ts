import type { Check } from '../../../domain/check.ts';

import { answers, inPreuve } from './shared/identity-states.ts';

/** The user is warned of the incoherence. */
export const check: Check<{ readonly action: string }> = {
  title: { fr: 'L’utilisateur est averti de l’incohérence', en: 'The user is warned of the incoherence' },
  assertions: ['INS-ST-006', 'INS-ST-026'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.51, INS/va1.12', trust: 'V' }],
  reads: [
    'pilote/action',
    'pilote/probe',
    'insi/traits-request',
    'insi/vitale-request',
    'insi/verification-request',
  ],
  options: {
    type: 'object',
    required: ['action'],
    properties: { action: { type: 'string' } },
    additionalProperties: false,
  },
  findings: {
    'no-warning': {
      says: { fr: 'Aucune alerte n’a été montrée', en: 'No warning was shown' },
      fix: {
        fr: 'Montrez une alerte avant d’accepter ou d’intégrer',
        en: 'Show a warning before accepting or integrating',
      },
    },
  },
  judge({ preuves, options }) {
    const asked = answers(preuves).filter((answer) => answer.action === options.action);
    const findings = asked
      .filter(({ output }) => output['alerte'] !== true)
      .map(({ preuve }) =>
        inPreuve(preuve, 'output.alerte', { code: 'no-warning', expected: true, actual: false }),
      );
    return { examined: asked.length, findings };
  },
};

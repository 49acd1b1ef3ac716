import type { Check } from '../../../domain/check.ts';

import { answers, inPreuve } from './shared/identity-states.ts';

/** The software accepts the act. */
export const check: Check<{ readonly action: string }> = {
  title: { fr: 'Le logiciel accepte l’acte', en: 'The software accepts the act' },
  assertions: ['INS-ST-023', 'INS-ST-024', 'INS-ST-034'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.02, INS/va1.22, INS/va1.48, INS/va1.56', trust: 'V' }],
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
    'action-refused': {
      says: {
        fr: 'L’acte « {action} » a été refusé : {message}',
        en: 'The act "{action}" was refused: {message}',
      },
      fix: {
        fr: 'Acceptez l’acte : rien dans les données ne s’y oppose',
        en: 'Accept the act: nothing in the data opposes it',
      },
    },
  },
  judge({ preuves, options }) {
    const asked = answers(preuves).filter((answer) => answer.action === options.action);
    const findings = asked
      .filter(({ output }) => output['issue'] !== 'reussie')
      .map(({ preuve, action, output }) =>
        inPreuve(preuve, 'output.issue', {
          code: 'action-refused',
          values: { action, message: typeof output['message'] === 'string' ? output['message'] : '' },
        }),
      );
    return { examined: asked.length, findings };
  },
};

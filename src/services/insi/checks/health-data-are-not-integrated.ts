import type { Check } from '../../../domain/check.ts';

import { answers, inPreuve } from './shared/identity-states.ts';

/** The health data received are not integrated. */
export const check: Check = {
  title: {
    fr: 'Les données de santé reçues ne sont pas intégrées',
    en: 'The health data received are not integrated',
  },
  assertions: ['INS-ST-026'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.12', trust: 'V' }],
  reads: [
    'pilote/action',
    'pilote/probe',
    'insi/traits-request',
    'insi/vitale-request',
    'insi/verification-request',
  ],
  findings: {
    'data-integrated': {
      says: {
        fr: 'Les données ont été intégrées malgré une vérification KO',
        en: 'The data were integrated despite a verification KO',
      },
      fix: { fr: 'Mettez le document en attente et alertez', en: 'Put the document on hold and warn' },
    },
  },
  judge({ preuves }) {
    const asked = answers(preuves).filter((answer) => answer.action === 'ins.recevoir');
    const findings = asked
      .filter(({ output }) => output['donneesIntegrees'] !== false)
      .map(({ preuve }) =>
        inPreuve(preuve, 'output.donneesIntegrees', { code: 'data-integrated', expected: false }),
      );
    return { examined: asked.length, findings };
  },
};

import type { Check } from '../../../domain/check.ts';

import { answers, inPreuve } from './shared/identity-states.ts';

/** No INSi call is sent. */
export const check: Check = {
  title: { fr: 'Aucun appel INSi n’est émis', en: 'No INSi call is sent' },
  assertions: ['INS-WS-025', 'INS-WS-026', 'INS-ST-032'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.20', trust: 'V' }],
  reads: [
    'pilote/action',
    'pilote/probe',
    'insi/traits-request',
    'insi/vitale-request',
    'insi/verification-request',
  ],
  findings: {
    'insi-called': {
      says: {
        fr: 'INSi a été appelé alors que l’appel devait être bloqué',
        en: 'INSi was called though the call had to be blocked',
      },
      fix: {
        fr: 'Bloquez l’appel pour une identité douteuse ou fictive, ou déjà récupérée ou qualifiée',
        en: 'Block the call for a douteuse or fictive identity, or one already récupérée or qualifiée',
      },
    },
  },
  judge({ preuves }) {
    const asked = answers(preuves);
    const findings = preuves
      .filter((preuve) => preuve.kind.startsWith('insi/'))
      .map((preuve) => inPreuve(preuve, 'Body', { code: 'insi-called' }));
    return { examined: asked.length, findings };
  },
};

import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

/** The call carries the user’s Pro Santé Connect identity. */
export const check: Check = {
  title: {
    fr: 'L’appel porte l’identité Pro Santé Connect de l’utilisateur',
    en: 'The call carries the user’s Pro Santé Connect identity',
  },
  assertions: ['INS-WS-013'],
  clauses: [{ source: 'REM 2023-02', section: 'SC.PSC.10', trust: 'V' }],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'psc-mode-absent': {
      says: {
        fr: 'L’appel est authentifié par {actual}, non par Pro Santé Connect',
        en: 'The call is authenticated by {actual}, not by Pro Santé Connect',
      },
      fix: {
        fr: 'Quand l’utilisateur est connecté par PSC, transmettez son identité PSC à INSi',
        en: 'When the user logged in by PSC, carry the PSC identity to INSi',
      },
    },
  },
  judge({ preuves }) {
    const calls = insiCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        const { modes } = call.view.authentication;
        if (modes.includes('psc-assertion') || modes.includes('bearer')) return [];
        return [
          inCall(call, 'Header/Security', { code: 'psc-mode-absent', actual: modes.join(', ') || '-' }),
        ];
      }),
    };
  },
};

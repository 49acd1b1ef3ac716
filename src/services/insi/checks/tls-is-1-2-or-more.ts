import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

/** The call uses TLS 1.2 or more. */
export const check: Check = {
  title: { fr: 'L’appel passe en TLS 1.2 ou plus', en: 'The call uses TLS 1.2 or more' },
  assertions: ['INS-WS-030'],
  clauses: [{ source: 'Banc segur', section: 'TLS', trust: 'R' }],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'tls-version': {
      says: { fr: 'L’appel est passé en {actual}', en: 'The call used {actual}' },
      fix: { fr: 'Activez TLS 1.2 et 1.3', en: 'Enable TLS 1.2 and 1.3' },
    },
  },
  judge({ preuves }) {
    const calls = insiCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        const version = call.preuve.tls?.version ?? 'clair';
        return ['TLSv1.2', 'TLSv1.3'].includes(version)
          ? []
          : [inCall(call, 'tls', { code: 'tls-version', expected: 'TLSv1.2', actual: version })];
      }),
    };
  },
};

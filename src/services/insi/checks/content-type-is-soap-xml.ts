import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

/** The content type is application/soap+xml. */
export const check: Check = {
  title: {
    fr: 'Le type de contenu est application/soap+xml',
    en: 'The content type is application/soap+xml',
  },
  assertions: ['INS-WS-001'],
  clauses: [{ source: 'Clients publics d’INSi', section: 'échanges observés', trust: '2' }],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'content-type': {
      says: { fr: 'L’en-tête Content-Type vaut « {actual} »', en: 'Content-Type is "{actual}"' },
      fix: {
        fr: 'Envoyez Content-Type: application/soap+xml; charset=utf-8',
        en: 'Send Content-Type: application/soap+xml; charset=utf-8',
      },
    },
  },
  judge({ preuves }) {
    const calls = insiCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        const type = call.view.contentType ?? '';
        if (type.toLowerCase().startsWith('application/soap+xml')) return [];
        return [
          inCall(call, 'headers.Content-Type', {
            code: 'content-type',
            expected: 'application/soap+xml',
            actual: type,
          }),
        ];
      }),
    };
  },
};

import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

/** wsa:MessageID is "uuid:" followed by a UUID. */
export const check: Check = {
  title: {
    fr: 'wsa:MessageID est « uuid: » suivi d’un UUID',
    en: 'wsa:MessageID is "uuid:" followed by a UUID',
  },
  assertions: ['INS-WS-003'],
  clauses: [{ source: 'Clients publics d’INSi', section: 'échanges observés', trust: '2' }],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'message-id': {
      says: { fr: 'wsa:MessageID vaut « {actual} »', en: 'wsa:MessageID is "{actual}"' },
      fix: {
        fr: 'Écrivez uuid: suivi d’un UUID canonique, nouveau à chaque appel',
        en: 'Write uuid: followed by a canonical UUID, new for each call',
      },
    },
  },
  judge({ preuves }) {
    const calls = insiCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        const id = call.view.header.messageId ?? '';
        if (/^uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return [];
        return [
          inCall(call, 'Header/MessageID', { code: 'message-id', expected: 'uuid:<UUID>', actual: id }),
        ];
      }),
    };
  },
};

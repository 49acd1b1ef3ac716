import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

/** Each call has its own wsa:MessageID. */
export const check: Check = {
  title: { fr: 'Chaque appel a son propre wsa:MessageID', en: 'Each call has its own wsa:MessageID' },
  assertions: ['INS-WS-004'],
  clauses: [{ source: 'WS-Addressing 1.0', section: 'message id', trust: 'R' }],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'message-id-reused': {
      says: {
        fr: 'Le wsa:MessageID « {actual} » a déjà servi',
        en: 'wsa:MessageID "{actual}" was used before',
      },
      fix: {
        fr: 'Tirez un nouvel UUID à chaque appel, y compris à chaque nouvel essai',
        en: 'Draw a new UUID for each call, retries included',
      },
    },
  },
  judge({ preuves }) {
    const calls = insiCalls(preuves);
    const seen = new Set<string>();
    const findings = calls.flatMap((call): readonly Finding[] => {
      const id = call.view.header.messageId;
      if (id === undefined) return [];
      const used = seen.has(id);
      seen.add(id);
      return used ? [inCall(call, 'Header/MessageID', { code: 'message-id-reused', actual: id })] : [];
    });
    return { examined: calls.length < 2 ? 0 : calls.length, findings };
  },
};

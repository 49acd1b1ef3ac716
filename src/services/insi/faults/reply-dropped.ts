import type { Fault } from '../../../domain/fault.ts';
import type { InsiReply } from '../preuves/answer.ts';

/** Closes the connection without a byte. */
export const fault: Fault<InsiReply> = {
  title: { fr: 'Connexion fermée sans réponse', en: 'Connection closed without an answer' },
  target: 'insi/reply',
  clauses: [{ source: 'Banc segur', section: 'coupure', trust: 'R' }],
  apply: (reply) => ({ ...reply, delivery: 'drop' }),
};

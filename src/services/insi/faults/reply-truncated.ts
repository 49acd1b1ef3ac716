import type { Fault } from '../../../domain/fault.ts';
import type { InsiReply } from '../preuves/answer.ts';

/** Cuts the answer in its middle. */
export const fault: Fault<InsiReply> = {
  title: { fr: 'Réponse tronquée', en: 'Truncated answer' },
  target: 'insi/reply',
  clauses: [{ source: 'Banc segur', section: 'coupure', trust: 'R' }],
  apply: (reply) => ({ ...reply, delivery: { truncateAt: 400 } }),
};

import type { Fault } from '../../../domain/fault.ts';
import type { InsiReply } from '../preuves/answer.ts';

/** Answers after `delaiMs` milliseconds (600 when not given). */
export const fault: Fault<InsiReply> = {
  title: { fr: 'Réponse lente', en: 'Slow answer' },
  target: 'insi/reply',
  legitimate: true,
  clauses: [{ source: 'Banc segur', section: 'lenteur', trust: 'R' }],
  apply: (reply, { options }) => ({
    ...reply,
    delayMs: typeof options['delaiMs'] === 'number' ? options['delaiMs'] : 600,
  }),
};

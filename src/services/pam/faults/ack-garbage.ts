import type { Fault } from '../../../domain/fault.ts';
import type { PamAck } from '../preuves/ack.ts';

/** Answers bytes that are no MLLP block. */
export const fault: Fault<PamAck> = {
  title: { fr: 'Accusé illisible', en: 'Unreadable acknowledgement' },
  target: 'pam/ack',
  clauses: [{ source: 'Banc segur', section: 'octets hors MLLP', trust: 'R' }],
  apply: (ack) => ({ ...ack, delivery: 'garbage' }),
};

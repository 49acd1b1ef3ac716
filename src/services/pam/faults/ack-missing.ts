import type { Fault } from '../../../domain/fault.ts';
import type { PamAck } from '../preuves/ack.ts';

/** Never answers. */
export const fault: Fault<PamAck> = {
  title: { fr: 'Aucun accusé', en: 'No acknowledgement' },
  target: 'pam/ack',
  clauses: [{ source: 'Banc segur', section: 'silence', trust: 'R' }],
  apply: (ack) => ({ ...ack, delivery: 'none' }),
};

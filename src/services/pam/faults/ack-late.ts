import type { Fault } from '../../../domain/fault.ts';
import type { PamAck } from '../preuves/ack.ts';

/** Answers after `delaiMs` real milliseconds (600 when not given). */
export const fault: Fault<PamAck> = {
  title: { fr: 'Accusé tardif', en: 'Late acknowledgement' },
  target: 'pam/ack',
  legitimate: true,
  clauses: [{ source: 'Banc segur', section: 'lenteur', trust: 'R' }],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: { delaiMs: { type: 'integer', minimum: 0, maximum: 60000 } },
  },
  apply: (ack, { options }) => ({
    ...ack,
    delayMs: typeof options['delaiMs'] === 'number' ? options['delaiMs'] : 600,
  }),
};

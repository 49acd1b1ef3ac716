import type { Fault } from '../../../domain/fault.ts';
import type { PamAck } from '../preuves/ack.ts';

/** Answers AR: the receiver rejects the message. */
export const fault: Fault<PamAck> = {
  title: { fr: 'Accusé AR (rejet)', en: 'AR acknowledgement (rejection)' },
  target: 'pam/ack',
  clauses: [{ source: 'HL7 v2.5', section: '2.9.2, table 0008', trust: 'V' }],
  apply: (ack) => ({ ...ack, code: 'AR', error: { code: '200', text: 'Message rejeté' } }),
};

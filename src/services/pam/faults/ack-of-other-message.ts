import type { Fault } from '../../../domain/fault.ts';
import type { PamAck } from '../preuves/ack.ts';

/** Acknowledges a message that was not sent. */
export const fault: Fault<PamAck> = {
  title: { fr: 'Accusé d’un autre message', en: 'Acknowledgement of another message' },
  target: 'pam/ack',
  clauses: [{ source: 'HL7 v2.5', section: 'MSA-2', trust: 'V' }],
  apply: (ack) => ({ ...ack, controlId: 'SEGUR-INCONNU' }),
};

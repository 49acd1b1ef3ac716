import type { Fault } from '../../../domain/fault.ts';
import type { PamAck } from '../preuves/ack.ts';

/** Answers AE: the receiver could not process the message. */
export const fault: Fault<PamAck> = {
  title: { fr: 'Accusé AE (erreur applicative)', en: 'AE acknowledgement (application error)' },
  target: 'pam/ack',
  clauses: [{ source: 'HL7 v2.5', section: '2.9.2, table 0008', trust: 'V' }],
  apply: (ack) => ({
    ...ack,
    code: 'AE',
    error: { code: '207', text: 'Erreur applicative', application: '906' },
  }),
};

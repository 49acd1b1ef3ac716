import type { Fault } from '../../../domain/fault.ts';
import type { PamAck } from '../preuves/ack.ts';

/** Closes the connection instead of answering. */
export const fault: Fault<PamAck> = {
  title: {
    fr: 'Connexion fermée au lieu de l’accusé',
    en: 'Connection closed instead of the acknowledgement',
  },
  target: 'pam/ack',
  clauses: [{ source: 'Banc segur', section: 'coupure', trust: 'R' }],
  apply: (ack) => ({ ...ack, delivery: 'drop' }),
};

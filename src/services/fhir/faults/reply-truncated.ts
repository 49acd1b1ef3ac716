import type { Fault } from '../../../domain/fault.ts';
import type { FhirReply } from '../preuves/reply.ts';

/** Writes, then sends the beginning of the answer only. */
export const fault: Fault<FhirReply> = {
  title: { fr: 'Réponse tronquée après l’écriture', en: 'Truncated answer once written' },
  target: 'fhir/reply',
  clauses: [{ source: 'Banc segur', section: 'coupure', trust: 'R' }],
  apply: (reply) => ({ ...reply, delivery: { truncateAt: 120 } }),
};

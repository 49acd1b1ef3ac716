import type { Fault } from '../../../domain/fault.ts';
import type { FhirReply } from '../preuves/reply.ts';

/** Writes, then closes the connection without a byte: the client cannot know. */
export const fault: Fault<FhirReply> = {
  title: { fr: 'Connexion fermée après l’écriture', en: 'Connection closed once written' },
  target: 'fhir/reply',
  clauses: [{ source: 'Banc segur', section: 'coupure', trust: 'R' }],
  apply: (reply) => ({ ...reply, delivery: 'drop' }),
};

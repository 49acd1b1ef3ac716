import type { Fault } from '../../../domain/fault.ts';
import type { FhirReply } from '../preuves/reply.ts';
import { refused } from '../preuves/refused-reply.ts';

/** Answers that the version of the client is in conflict. */
export const fault: Fault<FhirReply> = {
  title: { fr: 'Réponse 409, conflit de version', en: '409 answer, version conflict' },
  target: 'fhir/reply',
  clauses: [{ source: 'FHIR R4', section: '3.1.0.4', trust: 'V' }],
  apply: (reply) =>
    refused(reply, {
      status: 409,
      issue: 'conflict',
      text: 'Conflit de version',
    }),
};

import type { Fault } from '../../../domain/fault.ts';
import type { FhirReply } from '../preuves/reply.ts';
import { refused } from '../preuves/refused-reply.ts';

/** Answers that the server does not have the resource. */
export const fault: Fault<FhirReply> = {
  title: { fr: 'Réponse 404, ressource inconnue', en: '404 answer, unknown resource' },
  target: 'fhir/reply',
  clauses: [{ source: 'FHIR R4', section: '3.1.0.4', trust: 'V' }],
  apply: (reply) =>
    refused(reply, {
      status: 404,
      issue: 'not-found',
      text: 'Ressource inconnue',
    }),
};

import type { Fault } from '../../../domain/fault.ts';
import type { FhirReply } from '../preuves/reply.ts';
import { refused } from '../preuves/refused-reply.ts';

/** Answers that the server failed. */
export const fault: Fault<FhirReply> = {
  title: { fr: 'Réponse 500, échec du serveur', en: '500 answer, failure of the server' },
  target: 'fhir/reply',
  clauses: [{ source: 'FHIR R4', section: '3.1.0.1', trust: 'V' }],
  apply: (reply) =>
    refused(reply, {
      status: 500,
      issue: 'exception',
      text: 'Erreur interne du serveur',
    }),
};

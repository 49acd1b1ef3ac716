import type { Fault } from '../../../domain/fault.ts';
import type { FhirReply } from '../preuves/reply.ts';
import { refused } from '../preuves/refused-reply.ts';

/** Answers that the server is not available. */
export const fault: Fault<FhirReply> = {
  title: { fr: 'Réponse 503, serveur indisponible', en: '503 answer, server not available' },
  target: 'fhir/reply',
  clauses: [{ source: 'FHIR R4', section: '3.1.0.1', trust: 'V' }],
  apply: (reply) =>
    refused(reply, {
      status: 503,
      issue: 'transient',
      text: 'Serveur indisponible',
      headers: [['Retry-After', '5']],
    }),
};

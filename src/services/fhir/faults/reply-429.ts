import type { Fault } from '../../../domain/fault.ts';
import type { FhirReply } from '../preuves/reply.ts';
import { refused } from '../preuves/refused-reply.ts';

/** Answers that the client calls too often. */
export const fault: Fault<FhirReply> = {
  title: { fr: 'Réponse 429, trop d’appels', en: '429 answer, too many calls' },
  target: 'fhir/reply',
  clauses: [{ source: 'FHIR R4', section: '3.1.0.1', trust: 'V' }],
  apply: (reply) =>
    refused(reply, {
      status: 429,
      issue: 'throttled',
      text: 'Trop d’appels',
      headers: [['Retry-After', '5']],
    }),
};

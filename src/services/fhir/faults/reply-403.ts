import type { Fault } from '../../../domain/fault.ts';
import type { FhirReply } from '../preuves/reply.ts';
import { refused } from '../preuves/refused-reply.ts';

/** Answers that the caller may not do this. */
export const fault: Fault<FhirReply> = {
  title: { fr: 'Réponse 403, accès interdit', en: '403 answer, forbidden' },
  target: 'fhir/reply',
  clauses: [{ source: 'FHIR R4', section: '3.1.0.1.2', trust: 'V' }],
  apply: (reply) =>
    refused(reply, {
      status: 403,
      issue: 'forbidden',
      text: 'Accès interdit à cette structure',
    }),
};

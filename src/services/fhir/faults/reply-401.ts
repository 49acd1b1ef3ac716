import type { Fault } from '../../../domain/fault.ts';
import type { FhirReply } from '../preuves/reply.ts';
import { refused } from '../preuves/refused-reply.ts';

/** Answers that the caller is not authenticated. */
export const fault: Fault<FhirReply> = {
  title: { fr: 'Réponse 401, non authentifié', en: '401 answer, not authenticated' },
  target: 'fhir/reply',
  clauses: [{ source: 'FHIR R4', section: '3.1.0.1.2', trust: 'V' }],
  apply: (reply) =>
    refused(reply, {
      status: 401,
      issue: 'login',
      text: 'Authentification requise',
      headers: [['WWW-Authenticate', 'Bearer realm="segur"']],
    }),
};

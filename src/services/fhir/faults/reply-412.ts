import type { Fault } from '../../../domain/fault.ts';
import type { FhirReply } from '../preuves/reply.ts';
import { refused } from '../preuves/refused-reply.ts';

/** Answers that the condition of the request designates several Patients. */
export const fault: Fault<FhirReply> = {
  title: { fr: 'Réponse 412, précondition fausse', en: '412 answer, precondition failed' },
  target: 'fhir/reply',
  clauses: [{ source: 'FHIR R4', section: '3.1.0.8', trust: 'V' }],
  apply: (reply) =>
    refused(reply, {
      status: 412,
      issue: 'multiple-matches',
      text: 'Plusieurs dossiers correspondent',
    }),
};

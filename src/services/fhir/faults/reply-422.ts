import type { Fault } from '../../../domain/fault.ts';
import type { FhirReply } from '../preuves/reply.ts';
import { refused } from '../preuves/refused-reply.ts';

/** Refuses by a business rule, whose words the user has to read. */
export const fault: Fault<FhirReply> = {
  title: { fr: 'Réponse 422, règle métier', en: '422 answer, business rule' },
  target: 'fhir/reply',
  clauses: [{ source: 'FHIR R4', section: '3.1.0.8', trust: 'V' }],
  apply: (reply) =>
    refused(reply, {
      status: 422,
      issue: 'business-rule',
      text: 'Identité refusée par la cellule d’identitovigilance du récepteur',
    }),
};

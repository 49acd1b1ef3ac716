import type { Fault } from '../../../domain/fault.ts';
import type { FhirReply } from '../preuves/reply.ts';

/** Answers a write without body, as a server may (return=minimal). */
export const fault: Fault<FhirReply> = {
  title: { fr: 'Réponse sans corps', en: 'Answer without body' },
  target: 'fhir/reply',
  legitimate: true,
  clauses: [{ source: 'FHIR R4', section: '3.1.0.1.9', trust: 'V' }],
  apply: (reply) => ({ ...reply, body: '' }),
};

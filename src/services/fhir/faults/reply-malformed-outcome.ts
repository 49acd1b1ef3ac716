import type { Fault } from '../../../domain/fault.ts';
import type { FhirReply } from '../preuves/reply.ts';

/** Refuses by an OperationOutcome that is no JSON. */
export const fault: Fault<FhirReply> = {
  title: { fr: 'OperationOutcome illisible', en: 'Unreadable OperationOutcome' },
  target: 'fhir/reply',
  clauses: [{ source: 'Banc segur', section: 'corps illisible', trust: 'R' }],
  apply: (reply) => ({
    ...reply,
    status: 422,
    headers: [],
    body: '{"resourceType":"OperationOutcome","issue":[{"severity":"error",',
    effect: 'discarded',
  }),
};

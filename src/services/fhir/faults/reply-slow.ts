import type { Fault } from '../../../domain/fault.ts';
import type { FhirReply } from '../preuves/reply.ts';

/** Answers after `delaiMs` real milliseconds (600 when not given). */
export const fault: Fault<FhirReply> = {
  title: { fr: 'Réponse lente', en: 'Slow answer' },
  target: 'fhir/reply',
  legitimate: true,
  clauses: [{ source: 'Banc segur', section: 'lenteur', trust: 'R' }],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: { delaiMs: { type: 'integer', minimum: 0, maximum: 60000 } },
  },
  apply: (reply, { options }) => ({
    ...reply,
    delayMs: typeof options['delaiMs'] === 'number' ? options['delaiMs'] : 600,
  }),
};

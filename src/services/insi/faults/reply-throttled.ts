import type { Fault } from '../../../domain/fault.ts';
import type { InsiReply } from '../preuves/answer.ts';

/** Answers 503 with Retry-After, as a front end under load would; INSi publishes no quota. */
export const fault: Fault<InsiReply> = {
  title: { fr: 'Limitation de débit (503)', en: 'Throttled (503)' },
  target: 'insi/reply',
  clauses: [{ source: 'Banc segur', section: 'limitation de débit', trust: 'R' }],
  apply: (reply) => ({
    ...reply,
    status: 503,
    body: 'Service Unavailable',
    contentType: 'text/plain',
    headers: [['Retry-After', '5']],
  }),
};

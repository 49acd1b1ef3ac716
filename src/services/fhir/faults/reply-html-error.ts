import type { Fault } from '../../../domain/fault.ts';
import type { FhirReply } from '../preuves/reply.ts';

/** A front end answers a page of HTML in place of the server. */
export const fault: Fault<FhirReply> = {
  title: { fr: 'Page HTML d’un frontal (502)', en: 'HTML page of a front end (502)' },
  target: 'fhir/reply',
  clauses: [{ source: 'Banc segur', section: 'frontal', trust: 'R' }],
  apply: (reply) => ({
    ...reply,
    status: 502,
    headers: [],
    body: '<html><body><h1>502 Bad Gateway</h1></body></html>',
    contentType: 'text/html; charset=utf-8',
    effect: 'discarded',
  }),
};

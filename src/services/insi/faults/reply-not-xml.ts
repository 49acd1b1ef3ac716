import type { Fault } from '../../../domain/fault.ts';
import type { InsiReply } from '../preuves/answer.ts';

/** Answers a page of HTML with status 200. */
export const fault: Fault<InsiReply> = {
  title: { fr: 'Page HTML à la place du SOAP', en: 'HTML page instead of SOAP' },
  target: 'insi/reply',
  clauses: [{ source: 'Banc segur', section: 'frontal', trust: 'R' }],
  apply: (reply) => ({
    ...reply,
    body: '<html><body>Maintenance en cours',
    contentType: 'text/html; charset=utf-8',
  }),
};

import type { Fault } from '../../../domain/fault.ts';
import type { InsiReply } from '../preuves/answer.ts';

/** Answers with other name-space prefixes: a reader by name space is not disturbed. */
export const fault: Fault<InsiReply> = {
  title: { fr: 'Autres préfixes d’espaces de noms', en: 'Other name-space prefixes' },
  target: 'insi/reply',
  legitimate: true,
  clauses: [{ source: "Clients publics d'INSi", section: 'SOAP Fault', trust: '2' }],
  apply: (reply) => ({ ...reply, prefixes: reply.prefixes === 'ns2' ? 'default' : 'ns2' }),
};

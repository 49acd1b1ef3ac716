import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** sub removed */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'sub absent', en: 'sub removed' },
  target: 'psc/userinfo',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '5.3.2', trust: 'V' }],
  apply: (reply) => ({
    ...reply,
    body: Object.fromEntries(Object.entries(reply.body).filter(([name]) => name !== 'sub')),
  }),
};

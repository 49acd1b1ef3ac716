import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Answer without id_token */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'Réponse sans id_token', en: 'Answer without id_token' },
  target: 'psc/token-response',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '3.1.3.3', trust: 'V' }],
  apply: (reply) => ({
    ...reply,
    body: Object.fromEntries(Object.entries(reply.body).filter(([name]) => name !== 'id_token')),
  }),
};

import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Answer without scope nor expires_in */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'Réponse sans scope ni expires_in', en: 'Answer without scope nor expires_in' },
  target: 'psc/token-response',
  legitimate: true,
  clauses: [
    {
      source: 'OpenID Foundation conformance suite',
      section: 'fapi-ciba-id1-client-no-scope-in-token-endpoint-response-test',
      trust: 'V',
    },
  ],
  apply: (reply) => ({
    ...reply,
    body: Object.fromEntries(
      Object.entries(reply.body).filter(([name]) => name !== 'scope' && name !== 'expires_in'),
    ),
  }),
};

import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** sub other than the ID token’s */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'sub différent de celui du jeton d’identité', en: 'sub other than the ID token’s' },
  target: 'psc/userinfo',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '5.3.2', trust: 'V' }],
  apply: (reply) => ({
    ...reply,
    body: { ...reply.body, sub: 'f:550dc1c8-d97b-4b1e-ac8c-8eb4471cf9dd:899700099999' },
  }),
};

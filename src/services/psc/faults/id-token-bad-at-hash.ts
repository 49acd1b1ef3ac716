import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** at_hash that is not the access token’s */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: { fr: 'at_hash qui n’est pas celui du jeton d’accès', en: 'at_hash that is not the access token’s' },
  target: 'psc/id-token',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '3.1.3.8', trust: 'V' }],
  apply: (idToken) => ({ ...idToken, claims: { ...idToken.claims, at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' } }),
};

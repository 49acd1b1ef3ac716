import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** ID token meant for another client */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: { fr: 'Jeton d’identité destiné à un autre client', en: 'ID token meant for another client' },
  target: 'psc/id-token',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '3.1.3.7-3', trust: 'V' }],
  apply: (idToken) => ({ ...idToken, claims: { ...idToken.claims, aud: 'un-autre-client' } }),
};

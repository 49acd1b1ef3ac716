import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** nonce replaced */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: { fr: 'nonce remplacé', en: 'nonce replaced' },
  target: 'psc/id-token',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '2', trust: 'V' }],
  apply: (idToken) => ({ ...idToken, claims: { ...idToken.claims, nonce: 'nonce-que-personne-n-a-envoye' } }),
};

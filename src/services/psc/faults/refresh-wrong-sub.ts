import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** Refreshed ID token of another subject */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: { fr: 'Jeton d’identité rafraîchi d’un autre sujet', en: 'Refreshed ID token of another subject' },
  target: 'psc/refreshed-id-token',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '12.2', trust: 'V' }],
  apply: (idToken) => ({
    ...idToken,
    claims: { ...idToken.claims, sub: 'f:550dc1c8-d97b-4b1e-ac8c-8eb4471cf9dd:899700099999' },
  }),
};

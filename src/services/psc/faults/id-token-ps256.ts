import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** ID token signed PS256 instead of RS256 */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: {
    fr: 'Jeton d’identité signé PS256 au lieu de RS256',
    en: 'ID token signed PS256 instead of RS256',
  },
  target: 'psc/id-token',
  clauses: [
    { source: 'OpenID Connect Core 1.0', section: '3.1.3.7-8', trust: 'V' },
    {
      source: 'OpenID Foundation conformance suite',
      section: 'fapi-ciba-id1-client-invalid-alternate-alg-test',
      trust: 'V',
    },
  ],
  apply: (idToken) => ({ ...idToken, header: { ...idToken.header, alg: 'PS256' } }),
};

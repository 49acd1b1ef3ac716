import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';
import { otherHost } from '../preuves/other-host.ts';

/** Refreshed ID token of another issuer */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: { fr: 'Jeton d’identité rafraîchi d’un autre émetteur', en: 'Refreshed ID token of another issuer' },
  target: 'psc/refreshed-id-token',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '12.2', trust: 'V' }],
  apply: (idToken, context) => ({
    ...idToken,
    claims: { ...idToken.claims, iss: otherHost(context.issuer) },
  }),
};

import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** ID token issued two hours ago and expired */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: {
    fr: 'Jeton d’identité émis il y a deux heures et expiré',
    en: 'ID token issued two hours ago and expired',
  },
  target: 'psc/id-token',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '3.1.3.7-9', trust: 'V' }],
  apply: (idToken, context) => ({
    ...idToken,
    claims: { ...idToken.claims, iat: context.now - 7200, exp: context.now - 7200 + 120 },
  }),
};

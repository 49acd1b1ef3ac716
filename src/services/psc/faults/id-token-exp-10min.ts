import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** ID token expired ten minutes ago */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: { fr: 'Jeton d’identité expiré depuis dix minutes', en: 'ID token expired ten minutes ago' },
  target: 'psc/id-token',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '3.1.3.7-9', trust: 'V' }],
  apply: (idToken, context) => ({
    ...idToken,
    claims: { ...idToken.claims, iat: context.now - 720, exp: context.now - 600 },
  }),
};

import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** iat more than a week ago, exp still good */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: {
    fr: 'iat il y a plus d’une semaine, exp encore valable',
    en: 'iat more than a week ago, exp still good',
  },
  target: 'psc/id-token',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '3.1.3.7-10', trust: 'V' }],
  apply: (idToken, context) => ({ ...idToken, claims: { ...idToken.claims, iat: context.now - 8 * 86_400 } }),
};

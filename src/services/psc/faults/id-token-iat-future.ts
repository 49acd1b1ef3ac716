import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** iat and exp one hour in the future */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: { fr: 'iat et exp une heure dans le futur', en: 'iat and exp one hour in the future' },
  target: 'psc/id-token',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '3.1.3.7-10', trust: 'V' }],
  apply: (idToken, context) => ({
    ...idToken,
    claims: { ...idToken.claims, iat: context.now + 3600, exp: context.now + 3720 },
  }),
};

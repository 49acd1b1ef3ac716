import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** aud as an array of one value */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: { fr: 'aud sous forme de tableau à une valeur', en: 'aud as an array of one value' },
  target: 'psc/id-token',
  legitimate: true,
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '3.1.3.7-3', trust: 'V' }],
  apply: (idToken, context) => ({ ...idToken, claims: { ...idToken.claims, aud: [context.clientId] } }),
};

import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** aud with a second, unknown audience */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: { fr: 'aud avec un second destinataire inconnu', en: 'aud with a second, unknown audience' },
  target: 'psc/id-token',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '3.1.3.7-3', trust: 'V' }],
  apply: (idToken, context) => ({
    ...idToken,
    claims: { ...idToken.claims, aud: [context.clientId, 'un-autre-client'] },
  }),
};

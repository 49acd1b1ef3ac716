import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** aud of two values and azp of another client */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: {
    fr: 'aud à deux valeurs et azp d’un autre client',
    en: 'aud of two values and azp of another client',
  },
  target: 'psc/id-token',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '3.1.3.7-3', trust: 'V' }],
  apply: (idToken, context) => ({
    ...idToken,
    claims: { ...idToken.claims, aud: [context.clientId, 'un-autre-client'], azp: 'un-autre-client' },
  }),
};

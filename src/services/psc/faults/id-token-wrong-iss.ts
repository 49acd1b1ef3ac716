import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';
import { otherHost } from '../preuves/other-host.ts';

/** Issuer on another host, same path */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: { fr: 'Émetteur sur un autre hôte, même chemin', en: 'Issuer on another host, same path' },
  target: 'psc/id-token',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '3.1.3.7-2', trust: 'V' }],
  apply: (idToken, context) => ({
    ...idToken,
    claims: { ...idToken.claims, iss: otherHost(context.issuer) },
  }),
};

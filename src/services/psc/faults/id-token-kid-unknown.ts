import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** Unknown kid, right key */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: { fr: 'kid inconnu, bonne clé', en: 'Unknown kid, right key' },
  target: 'psc/id-token',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '10.1', trust: 'V' }],
  apply: (idToken) => ({ ...idToken, header: { ...idToken.header, kid: 'kid-publie-nulle-part' } }),
};

import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** ID token signed with another RSA key under the known kid */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: {
    fr: 'Jeton d’identité signé par une autre clé RSA sous le kid connu',
    en: 'ID token signed with another RSA key under the known kid',
  },
  target: 'psc/id-token',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '3.1.3.7-6', trust: 'V' }],
  apply: (idToken) => ({ ...idToken, sign: 'foreign' }),
};

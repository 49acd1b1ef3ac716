import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** ID token signed HS256 with the client secret, no kid */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: {
    fr: 'Jeton d’identité signé HS256 avec le secret du client, sans kid',
    en: 'ID token signed HS256 with the client secret, no kid',
  },
  target: 'psc/id-token',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '3.1.3.7-8', trust: 'V' }],
  apply: (idToken) => ({ ...idToken, header: { alg: 'HS256', typ: 'JWT' }, sign: 'client-secret' }),
};

import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** Unsigned ID token (alg none) */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: { fr: 'Jeton d’identité non signé (alg none)', en: 'Unsigned ID token (alg none)' },
  target: 'psc/id-token',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '3.1.3.7-7', trust: 'V' }],
  apply: (idToken) => ({ ...idToken, header: { alg: 'none', typ: 'JWT' }, sign: 'none' }),
};

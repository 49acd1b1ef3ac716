import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** nonce removed */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: { fr: 'nonce absent', en: 'nonce removed' },
  target: 'psc/id-token',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '2', trust: 'V' }],
  apply: (idToken) => ({
    ...idToken,
    claims: Object.fromEntries(Object.entries(idToken.claims).filter(([name]) => name !== 'nonce')),
  }),
};

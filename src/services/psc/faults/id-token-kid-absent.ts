import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** kid removed */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: { fr: 'kid absent', en: 'kid removed' },
  target: 'psc/id-token',
  legitimate: true,
  clauses: [
    { source: 'OpenID Connect Core 1.0', section: '10.1', trust: 'V' },
    { source: 'RFC 7517', section: '1.1', trust: 'V' },
  ],
  apply: (idToken) => ({
    ...idToken,
    header: Object.fromEntries(Object.entries(idToken.header).filter(([name]) => name !== 'kid')),
  }),
};

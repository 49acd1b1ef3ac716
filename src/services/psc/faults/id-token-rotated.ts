import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** New key published at the moment of signing */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: { fr: 'Nouvelle clé publiée au moment de signer', en: 'New key published at the moment of signing' },
  target: 'psc/id-token',
  legitimate: true,
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '10.1.1', trust: 'V' }],
  apply: (idToken) => ({ ...idToken, sign: 'rotated' }),
};

import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Token exchange refused */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'Échange de jeton refusé', en: 'Token exchange refused' },
  target: 'psc/token-exchange-response',
  clauses: [{ source: 'RFC 8693', section: '2.2.2', trust: 'V' }],
  apply: () => ({ status: 400, body: { error: 'invalid_target' } }),
};

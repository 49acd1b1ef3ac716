import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Token exchange unavailable (503) */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'Échange de jeton indisponible (503)', en: 'Token exchange unavailable (503)' },
  target: 'psc/token-exchange-response',
  clauses: [{ source: 'Règle du projet', trust: 'R' }],
  apply: () => ({ status: 503, body: { error: 'temporarily_unavailable' } }),
};

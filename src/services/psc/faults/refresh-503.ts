import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Refresh unavailable (503) */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'Rafraîchissement indisponible (503)', en: 'Refresh unavailable (503)' },
  target: 'psc/refresh-response',
  clauses: [{ source: 'Règle du projet', trust: 'R' }],
  apply: () => ({ status: 503, body: { error: 'temporarily_unavailable' } }),
};

import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Discovery unavailable (503) */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'Découverte indisponible (503)', en: 'Discovery unavailable (503)' },
  target: 'psc/discovery',
  clauses: [{ source: 'Règle du projet', trust: 'R' }],
  apply: () => ({ status: 503, body: { error: 'temporarily_unavailable' } }),
};

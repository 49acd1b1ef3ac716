import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Public keys unavailable (503) */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'Clés publiques indisponibles (503)', en: 'Public keys unavailable (503)' },
  target: 'psc/jwks',
  clauses: [{ source: 'Règle du projet', trust: 'R' }],
  apply: () => ({ status: 503, body: { error: 'temporarily_unavailable' } }),
};

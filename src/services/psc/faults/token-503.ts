import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Token endpoint unavailable (503) */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'Point d’accès aux jetons indisponible (503)', en: 'Token endpoint unavailable (503)' },
  target: 'psc/token-response',
  clauses: [{ source: 'Règle du projet', trust: 'R' }],
  apply: () => ({ status: 503, body: { error: 'temporarily_unavailable' } }),
};

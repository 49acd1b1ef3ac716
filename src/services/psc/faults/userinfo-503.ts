import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Userinfo unavailable (503) */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'Userinfo indisponible (503)', en: 'Userinfo unavailable (503)' },
  target: 'psc/userinfo',
  clauses: [{ source: 'Règle du projet', trust: 'R' }],
  apply: () => ({ status: 503, body: { error: 'temporarily_unavailable' } }),
};

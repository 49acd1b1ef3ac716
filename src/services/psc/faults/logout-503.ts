import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** End of session unavailable (503) */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'Fin de session indisponible (503)', en: 'End of session unavailable (503)' },
  target: 'psc/logout',
  clauses: [{ source: 'Ségur REM', section: 'SC.SSI/IE.38', trust: 'V' }],
  apply: () => ({ status: 503, body: { error: 'temporarily_unavailable' } }),
};

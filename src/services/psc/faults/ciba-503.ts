import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Authentication channel unavailable (503) */
export const fault: Fault<JsonReplyArtefact> = {
  title: {
    fr: 'Canal d’authentification indisponible (503)',
    en: 'Authentication channel unavailable (503)',
  },
  target: 'psc/ciba-response',
  clauses: [{ source: 'Règle du projet', trust: 'R' }],
  apply: () => ({
    status: 503,
    body: { error: 'server_error', error_description: 'Failed to send authentication request' },
  }),
};

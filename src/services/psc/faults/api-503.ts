import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Business API unavailable (503) */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'API métier indisponible (503)', en: 'Business API unavailable (503)' },
  target: 'psc/api-response',
  clauses: [{ source: 'ANS, API-Proxy-eSante.json v1.0', section: '/send', trust: 'V' }],
  apply: () => ({ status: 503, body: { error: 'temporarily_unavailable' } }),
};

import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Invalid user hint */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'Indication d’utilisateur invalide', en: 'Invalid user hint' },
  target: 'psc/ciba-response',
  clauses: [{ source: 'OpenID Connect CIBA Core 1.0', section: '13', trust: 'V' }],
  apply: () => ({ status: 400, body: { error: 'invalid_request', error_description: 'invalid login_hint' } }),
};

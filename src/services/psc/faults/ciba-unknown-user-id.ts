import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Unknown user, as the standard answers it */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'Utilisateur inconnu, selon la norme', en: 'Unknown user, as the standard answers it' },
  target: 'psc/ciba-response',
  clauses: [{ source: 'OpenID Connect CIBA Core 1.0', section: '13', trust: 'V' }],
  apply: () => ({ status: 400, body: { error: 'unknown_user_id' } }),
};

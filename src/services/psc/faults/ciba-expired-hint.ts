import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Expired user hint */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'Indication d’utilisateur périmée', en: 'Expired user hint' },
  target: 'psc/ciba-response',
  clauses: [{ source: 'OpenID Connect CIBA Core 1.0', section: '13', trust: 'V' }],
  apply: () => ({ status: 400, body: { error: 'expired_login_hint_token' } }),
};

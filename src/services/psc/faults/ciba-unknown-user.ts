import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Unknown user, as Keycloak answers it */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'Utilisateur inconnu, à la manière de Keycloak', en: 'Unknown user, as Keycloak answers it' },
  target: 'psc/ciba-response',
  clauses: [{ source: 'ekalinin/gloak', trust: '2' }],
  apply: () => ({ status: 400, body: { error: 'invalid_request', error_description: 'invalid_user' } }),
};

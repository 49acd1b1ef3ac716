import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Refresh refused (invalid_grant) */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'Rafraîchissement refusé (invalid_grant)', en: 'Refresh refused (invalid_grant)' },
  target: 'psc/refresh-response',
  clauses: [
    {
      source: 'ANS, Sécurisation de la couche transport API REST Pro Santé Connectée v1.2.0',
      section: 'cas 1b.2',
      trust: 'V',
    },
  ],
  apply: () => ({ status: 400, body: { error: 'invalid_grant', error_description: 'Token is not active' } }),
};

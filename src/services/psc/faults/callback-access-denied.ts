import type { Fault } from '../../../domain/fault.ts';
import type { RedirectArtefact } from '../preuves/artefacts.ts';

/** Authentication refused (access_denied), no code */
export const fault: Fault<RedirectArtefact> = {
  title: {
    fr: 'Refus d’authentification (access_denied), sans code',
    en: 'Authentication refused (access_denied), no code',
  },
  target: 'psc/callback',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '3.1.2.6', trust: 'R' }],
  apply: (callback) => ({
    parameters: [
      ['error', 'access_denied'],
      ...callback.parameters.filter(([name]) => name !== 'code' && name !== 'session_state'),
    ],
  }),
};

import type { Fault } from '../../../domain/fault.ts';
import type { RedirectArtefact } from '../preuves/artefacts.ts';

/** state of the logout return removed */
export const fault: Fault<RedirectArtefact> = {
  title: { fr: 'state de retour de déconnexion absent', en: 'state of the logout return removed' },
  target: 'psc/logout-return',
  clauses: [{ source: 'OpenID Connect RP-Initiated Logout 1.0', section: '3', trust: 'V' }],
  apply: () => ({ parameters: [] }),
};

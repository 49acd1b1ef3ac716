import type { Fault } from '../../../domain/fault.ts';
import type { RedirectArtefact } from '../preuves/artefacts.ts';

/** state of the logout return replaced */
export const fault: Fault<RedirectArtefact> = {
  title: { fr: 'state de retour de déconnexion remplacé', en: 'state of the logout return replaced' },
  target: 'psc/logout-return',
  clauses: [{ source: 'OpenID Connect RP-Initiated Logout 1.0', section: '3', trust: 'V' }],
  apply: () => ({ parameters: [['state', 'etat-que-personne-n-a-envoye']] }),
};

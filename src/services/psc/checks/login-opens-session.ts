import type { Check } from '../../../domain/check.ts';
import { acceptance } from './shared/acceptance.ts';
import { rem } from './shared/norms.ts';

/** The login ends with a session. */
export const check: Check = acceptance({
  title: { fr: 'La connexion aboutit à une session', en: 'The login ends with a session' },
  assertion: 'HX-PSC-CONNEXION',
  clauses: [rem('SC.PSC.01')],
  says: {
    fr: 'Personne n’est connecté alors que Pro Santé Connect a tout répondu de façon conforme.',
    en: 'Nobody is logged in though Pro Santé Connect answered all as it should.',
  },
  fix: {
    fr: 'Suivez l’échange dans les preuves du pas : le dernier appel reçu montre où le logiciel s’est arrêté.',
    en: 'Follow the exchange in the preuves of the step: the last call received shows where the software stopped.',
  },
});

import type { Check } from '../../../domain/check.ts';
import { callbackRefusal } from './shared/callback-refusal.ts';
import { oauth } from './shared/norms.ts';

/** A callback whose state was replaced is refused. */
export const check: Check = callbackRefusal({
  title: {
    fr: 'Un retour au state remplacé est refusé',
    en: 'A callback whose state was replaced is refused',
  },
  assertion: 'PSC-TR-06',
  clauses: [oauth('10.12')],
  defect: { fr: 'un state qui n’est pas celui de la demande', en: 'a state that is not the request’s' },
  fix: {
    fr: 'Comparez le state du retour à celui gardé en session avant d’envoyer le code.',
    en: 'Compare the state of the callback with the one kept in the session before sending the code.',
  },
});

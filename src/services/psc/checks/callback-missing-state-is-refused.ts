import type { Check } from '../../../domain/check.ts';
import { callbackRefusal } from './shared/callback-refusal.ts';
import { oauth } from './shared/norms.ts';

/** A callback without state is refused. */
export const check: Check = callbackRefusal({
  title: { fr: 'Un retour sans state est refusé', en: 'A callback without state is refused' },
  assertion: 'PSC-TR-07',
  clauses: [oauth('10.12')],
  defect: { fr: 'l’absence de state', en: 'a missing state' },
  fix: {
    fr: 'Exigez state au retour : ne comparer que quand il est présent ouvre la porte aux requêtes forgées.',
    en: 'Demand state in the callback: comparing only when it is there opens the door to forged requests.',
  },
});

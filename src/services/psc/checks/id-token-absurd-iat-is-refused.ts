import type { Check } from '../../../domain/check.ts';
import { core } from './shared/norms.ts';
import { idTokenRefusal } from './shared/refusal.ts';

/** An ID token issued in the future, or more than a week ago, is refused. */
export const check: Check = idTokenRefusal({
  title: {
    fr: 'Un jeton d’identité émis dans le futur, ou il y a plus d’une semaine, est refusé',
    en: 'An ID token issued in the future, or more than a week ago, is refused',
  },
  assertion: 'PSC-ID-07',
  clauses: [core('3.1.3.7-10')],
  defect: { fr: 'un jeton d’identité dont iat est aberrant', en: 'an ID token whose iat is absurd' },
  fix: {
    fr: 'Refusez un iat postérieur à l’heure courante (à la tolérance d’horloge près) ou trop ancien : les bibliothèques courantes ne le font pas d’elles-mêmes.',
    en: 'Refuse an iat later than the current time (clock tolerance aside) or too old: common libraries do not do it by themselves.',
  },
});

import type { Check } from '../../../domain/check.ts';
import { core } from './shared/norms.ts';
import { idTokenRefusal } from './shared/refusal.ts';

/** An ID token that is expired, or has no expiry, is refused. */
export const check: Check = idTokenRefusal({
  title: {
    fr: 'Un jeton d’identité expiré, ou sans expiration, est refusé',
    en: 'An ID token that is expired, or has no expiry, is refused',
  },
  assertion: 'PSC-ID-04',
  clauses: [core('3.1.3.7-9')],
  defect: { fr: 'un jeton d’identité expiré ou sans exp', en: 'an ID token that is expired or has no exp' },
  fix: {
    fr: 'Comparez exp à l’heure courante avec une tolérance de cinq minutes au plus, et exigez la claim.',
    en: 'Compare exp with the current time with a tolerance of five minutes at most, and demand the claim.',
  },
});

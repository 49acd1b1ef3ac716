import type { Check } from '../../../domain/check.ts';
import { core } from './shared/norms.ts';
import { idTokenRefusal } from './shared/refusal.ts';

/** An ID token without audience is refused. */
export const check: Check = idTokenRefusal({
  title: {
    fr: 'Un jeton d’identité sans destinataire est refusé',
    en: 'An ID token without audience is refused',
  },
  assertion: 'PSC-ID-03',
  clauses: [core('2')],
  defect: { fr: 'un jeton d’identité sans aud', en: 'an ID token without aud' },
  fix: {
    fr: 'Refusez l’absence de aud : ne comparer que quand la claim est présente revient à ne rien vérifier.',
    en: 'Refuse a missing aud: comparing only when the claim is there amounts to verifying nothing.',
  },
});

import type { Check } from '../../../domain/check.ts';
import { core } from './shared/norms.ts';
import { idTokenRefusal } from './shared/refusal.ts';

/** An answer without ID token opens no session. */
export const check: Check = idTokenRefusal({
  title: {
    fr: 'Une réponse sans jeton d’identité n’ouvre pas de session',
    en: 'An answer without ID token opens no session',
  },
  assertion: 'HX-PSC-ID-TOKEN',
  clauses: [core('3.1.3.3')],
  defect: { fr: 'une réponse de jetons sans id_token', en: 'a token answer without id_token' },
  fix: {
    fr: 'Exigez id_token dans la réponse : un jeton d’accès seul ne dit pas qui s’est connecté.',
    en: 'Demand id_token in the answer: an access token alone does not say who logged in.',
  },
});

import type { Check } from '../../../domain/check.ts';
import { core } from './shared/norms.ts';
import { idTokenRefusal } from './shared/refusal.ts';

/** An ID token whose nonce is wrong or missing is refused. */
export const check: Check = idTokenRefusal({
  title: {
    fr: 'Un jeton d’identité au nonce faux ou absent est refusé',
    en: 'An ID token whose nonce is wrong or missing is refused',
  },
  assertion: 'PSC-ID-05',
  clauses: [core('2')],
  defect: {
    fr: 'un jeton d’identité dont nonce n’est pas celui de la demande',
    en: 'an ID token whose nonce is not the request’s',
  },
  fix: {
    fr: 'Gardez le nonce de la demande dans la session et exigez qu’il revienne identique dans le jeton d’identité.',
    en: 'Keep the nonce of the request in the session and demand that it come back the same in the ID token.',
  },
});

import type { Check } from '../../../domain/check.ts';
import { core } from './shared/norms.ts';
import { idTokenRefusal } from './shared/refusal.ts';

/** An at_hash that is not the access token’s gets the ID token refused. */
export const check: Check = idTokenRefusal({
  title: {
    fr: 'Un at_hash qui n’est pas celui du jeton d’accès fait refuser le jeton d’identité',
    en: 'An at_hash that is not the access token’s gets the ID token refused',
  },
  assertion: 'HX-PSC-AT-HASH',
  clauses: [core('3.1.3.8')],
  defect: {
    fr: 'un at_hash calculé sur un autre jeton d’accès',
    en: 'an at_hash computed over another access token',
  },
  fix: {
    fr: 'Quand at_hash est présent, recalculez-le sur le jeton d’accès reçu.',
    en: 'When at_hash is there, compute it again over the access token received.',
  },
});

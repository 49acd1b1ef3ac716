import type { Check } from '../../../domain/check.ts';
import { core } from './shared/norms.ts';
import { idTokenRefusal } from './shared/refusal.ts';

/** An ID token meant for another client is refused. */
export const check: Check = idTokenRefusal({
  title: {
    fr: 'Un jeton d’identité destiné à un autre client est refusé',
    en: 'An ID token meant for another client is refused',
  },
  assertion: 'PSC-ID-02',
  clauses: [core('3.1.3.7-3')],
  defect: {
    fr: 'un jeton d’identité dont aud est un autre client',
    en: 'an ID token whose aud is another client',
  },
  fix: {
    fr: 'Exigez que aud soit votre client_id, ou une liste qui le contient.',
    en: 'Demand that aud be your client_id, or a list that holds it.',
  },
});

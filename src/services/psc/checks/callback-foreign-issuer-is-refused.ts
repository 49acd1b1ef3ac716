import type { Check } from '../../../domain/check.ts';
import { callbackRefusal } from './shared/callback-refusal.ts';

/** A callback that names another issuer is refused. */
export const check: Check = callbackRefusal({
  title: {
    fr: 'Un retour qui nomme un autre émetteur est refusé',
    en: 'A callback that names another issuer is refused',
  },
  assertion: 'PSC-TR-08',
  clauses: [{ source: 'RFC 9207', section: '2.4', trust: 'R' }],
  defect: {
    fr: 'un paramètre iss de retour qui nomme un autre émetteur, ou qui manque',
    en: 'a callback iss that names another issuer, or is missing',
  },
  fix: {
    fr: 'PSC annonce authorization_response_iss_parameter_supported : comparez iss du retour à l’émetteur configuré.',
    en: 'PSC announces authorization_response_iss_parameter_supported: compare the callback’s iss with the configured issuer.',
  },
});

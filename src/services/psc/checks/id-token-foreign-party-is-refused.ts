import type { Check } from '../../../domain/check.ts';
import { core } from './shared/norms.ts';
import { idTokenRefusal } from './shared/refusal.ts';

/** An ID token handed to another client is refused. */
export const check: Check = idTokenRefusal({
  title: {
    fr: 'Un jeton d’identité remis à un autre client est refusé',
    en: 'An ID token handed to another client is refused',
  },
  assertion: 'PSC-ID-13',
  clauses: [core('3.1.3.7-3')],
  defect: {
    fr: 'un jeton d’identité dont azp est un autre client, ou dont un destinataire est inconnu',
    en: 'an ID token whose azp is another client, or that has an unknown audience',
  },
  fix: {
    fr: 'Quand aud a plusieurs valeurs, exigez azp et qu’il soit votre client_id ; refusez un destinataire en qui vous n’avez pas confiance.',
    en: 'When aud has several values, demand azp and that it be your client_id; refuse an audience that you do not trust.',
  },
});

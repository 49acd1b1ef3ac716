import type { Check } from '../../../domain/check.ts';
import { acceptance } from './shared/acceptance.ts';

/** An aud list that holds the client is accepted. */
export const check: Check = acceptance({
  title: {
    fr: 'Un aud en liste qui contient le client est accepté',
    en: 'An aud list that holds the client is accepted',
  },
  assertion: 'PSC-ID-13',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '3.1.3.7-3', trust: 'V' }],
  says: {
    fr: 'La connexion échoue quand aud est une liste, pourtant limitée à votre client.',
    en: 'The login fails when aud is a list, though of your client alone.',
  },
  fix: {
    fr: 'Acceptez aud comme texte ou comme liste de textes qui contient votre client_id.',
    en: 'Accept aud as a text, or as a list of texts that holds your client_id.',
  },
});

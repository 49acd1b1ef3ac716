import type { Check } from '../../../domain/check.ts';
import { core } from './shared/norms.ts';
import { idTokenRefusal } from './shared/refusal.ts';

/** An ID token whose signature does not verify is refused. */
export const check: Check = idTokenRefusal({
  title: {
    fr: 'Un jeton d’identité dont la signature ne se vérifie pas est refusé',
    en: 'An ID token whose signature does not verify is refused',
  },
  assertion: 'PSC-ID-08',
  clauses: [core('3.1.3.7-6')],
  defect: {
    fr: 'une signature du jeton d’identité qu’aucune clé publiée ne vérifie',
    en: 'an ID token signature that no published key verifies',
  },
  fix: {
    fr: 'Vérifiez la signature avec la clé du JWKS que désigne kid. Avec openid-client, activez enableNonRepudiationChecks : par défaut la bibliothèque se fie au canal TLS.',
    en: 'Verify the signature with the JWKS key that kid names. With openid-client, turn enableNonRepudiationChecks on: by default the library relies on the TLS channel.',
  },
});

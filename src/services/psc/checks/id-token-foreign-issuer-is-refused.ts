import type { Check } from '../../../domain/check.ts';
import { core } from './shared/norms.ts';
import { idTokenRefusal } from './shared/refusal.ts';

/** An ID token of another issuer is refused. */
export const check: Check = idTokenRefusal({
  title: {
    fr: 'Un jeton d’identité d’un autre émetteur est refusé',
    en: 'An ID token of another issuer is refused',
  },
  assertion: 'PSC-ID-01',
  clauses: [core('3.1.3.7-2')],
  defect: {
    fr: 'un jeton d’identité dont iss n’est pas l’émetteur configuré',
    en: 'an ID token whose iss is not the configured issuer',
  },
  fix: {
    fr: 'Comparez iss à l’émetteur configuré, caractère par caractère ; une comparaison par début de chaîne ou par chemin seul laisse passer un autre hôte.',
    en: 'Compare iss with the configured issuer, character by character; comparing a prefix or the path alone lets another host through.',
  },
});

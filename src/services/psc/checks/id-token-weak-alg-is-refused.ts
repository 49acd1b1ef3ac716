import type { Check } from '../../../domain/check.ts';
import { core } from './shared/norms.ts';
import { idTokenRefusal } from './shared/refusal.ts';

/** An ID token that is unsigned, or signed by another algorithm, is refused. */
export const check: Check = idTokenRefusal({
  title: {
    fr: 'Un jeton d’identité non signé, ou signé par un autre algorithme, est refusé',
    en: 'An ID token that is unsigned, or signed by another algorithm, is refused',
  },
  assertion: 'PSC-ID-09',
  clauses: [core('3.1.3.7-7'), core('3.1.3.7-8')],
  defect: { fr: 'un jeton d’identité dont alg n’est pas RS256', en: 'an ID token whose alg is not RS256' },
  fix: {
    fr: 'Fixez la liste des algorithmes acceptés à RS256 : ni none, ni HS256 avec le client_secret, ni ce que l’en-tête annonce.',
    en: 'Fix the list of accepted algorithms to RS256: not none, not HS256 with the client_secret, not whatever the header says.',
  },
});

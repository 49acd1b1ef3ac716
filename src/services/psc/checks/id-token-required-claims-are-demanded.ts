import type { Check } from '../../../domain/check.ts';
import { core } from './shared/norms.ts';
import { idTokenRefusal } from './shared/refusal.ts';

/** An ID token without sub or without iat is refused. */
export const check: Check = idTokenRefusal({
  title: {
    fr: 'Un jeton d’identité sans sub ou sans iat est refusé',
    en: 'An ID token without sub or without iat is refused',
  },
  assertion: 'PSC-ID-06',
  clauses: [core('2')],
  defect: {
    fr: 'un jeton d’identité auquel manque une claim obligatoire',
    en: 'an ID token that lacks a required claim',
  },
  fix: {
    fr: 'Exigez iss, sub, aud, exp et iat avant de lire quoi que ce soit d’autre.',
    en: 'Demand iss, sub, aud, exp and iat before reading anything else.',
  },
});

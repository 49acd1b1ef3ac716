import type { Check } from '../../../domain/check.ts';
import { acceptance } from './shared/acceptance.ts';

/** A new signing key is followed. */
export const check: Check = acceptance({
  title: { fr: 'Une clé de signature nouvelle est suivie', en: 'A new signing key is followed' },
  assertion: 'PSC-ID-10',
  clauses: [{ source: 'OpenID Connect Core 1.0', section: '10.1.1', trust: 'V' }],
  says: {
    fr: 'La connexion échoue quand PSC change de clé de signature.',
    en: 'The login fails when PSC changes its signing key.',
  },
  fix: {
    fr: 'Sur un kid inconnu, relisez jwks_uri une fois avant de refuser : une copie figée des clés coupe la connexion à chaque rotation.',
    en: 'On an unknown kid, read jwks_uri again once before refusing: a frozen copy of the keys cuts logins off at each rotation.',
  },
});

import { check } from './ciba-hint-is-national-id.ts';
import { exchange, pairs, provesPsc } from './shared/psc-preuves.test-data.ts';

const ask = (changes: Readonly<Record<string, string | undefined>>) => [
  exchange('ciba-request', {
    form: pairs({ scope: 'openid scope_all', acr_values: 'eidas1', login_hint: '899700000001', ...changes }),
  }),
];

provesPsc(check, {
  ok: [
    { name: 'RPPS', preuves: ask({}) },
    { name: 'structure and internal number', preuves: ask({ login_hint: '500000001815646/CPAT00045' }) },
    { name: 'test identity', preuves: ask({ login_hint: 'ANS20210101' }) },
  ],
  ko: {
    'hint-missing': [{ name: 'nobody', preuves: ask({ login_hint: undefined }) }],
    'hints-several': [{ name: 'two', preuves: ask({ login_hint_token: 'x' }) }],
    'hint-not-national-id': [
      { name: 'e-mail', preuves: ask({ login_hint: 'a@example.org' }) },
      { name: 'RPPS without its first digit', preuves: ask({ login_hint: '99700000001' }) },
    ],
    'ciba-acr-values': [{ name: 'absent', preuves: ask({ acr_values: undefined }) }],
    'ciba-scope': [{ name: 'openid alone', preuves: ask({ scope: 'openid' }) }],
  },
});

import { check } from './code-exchange-is-consistent.ts';
import { pairs, provesPsc, token } from './shared/psc-preuves.test-data.ts';

provesPsc(check, {
  ok: [{ name: 'one exchange', preuves: [token()] }],
  ko: {
    'redirect-uri-differs': [{ name: 'another address', preuves: [token({ redirectUriMatches: false })] }],
    'grant-type-wrong': [{ name: 'password', preuves: [token({ form: pairs({ grant_type: 'password' }) })] }],
    'code-reused': [{ name: 'twice', preuves: [token(), token({ replayed: true })] }],
  },
});

import { check } from './pkce-pair-matches.ts';
import { pairs, provesPsc, token } from './shared/psc-preuves.test-data.ts';

const verified = (length: number) =>
  token({ pkce: 'match', form: pairs({ code_verifier: 'a'.repeat(length) }) });

provesPsc(check, {
  ok: [
    { name: '43 characters', preuves: [verified(43)] },
    { name: '128 characters', preuves: [verified(128)] },
    { name: 'no PKCE, which has its own check', preuves: [token()] },
  ],
  ko: {
    'verifier-missing': [{ name: 'left out', preuves: [token({ pkce: 'verifier-missing' })] }],
    'verifier-mismatch': [{ name: 'of another login', preuves: [token({ pkce: 'mismatch' })] }],
    'verifier-length': [
      { name: '20 characters', preuves: [verified(20)] },
      { name: '129 characters', preuves: [verified(129)] },
    ],
  },
});

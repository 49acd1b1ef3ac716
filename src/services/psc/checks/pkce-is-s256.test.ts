import { check } from './pkce-is-s256.ts';
import { authorization, provesPsc } from './shared/psc-preuves.test-data.ts';

provesPsc(check, {
  ok: [{ name: 'S256', preuves: [authorization()] }],
  ko: {
    'pkce-absent': [{ name: 'no challenge', preuves: [authorization({ code_challenge: undefined })] }],
    'pkce-plain': [
      { name: 'plain', preuves: [authorization({ code_challenge_method: 'plain' })] },
      { name: 'no method', preuves: [authorization({ code_challenge_method: undefined })] },
    ],
  },
});

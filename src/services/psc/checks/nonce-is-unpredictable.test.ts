import { check } from './nonce-is-unpredictable.ts';
import { authorization, goodRequest, provesPsc } from './shared/psc-preuves.test-data.ts';

provesPsc(check, {
  ok: [
    { name: '64 hexadecimal characters', preuves: [authorization()] },
    {
      name: 'a UUID is tolerated',
      preuves: [authorization({ nonce: '6a1d2b0e-7f1c-4b8a-9a53-0c2d4e6f8a9b' })],
    },
  ],
  ko: {
    'nonce-missing': [{ name: 'absent', preuves: [authorization({ nonce: undefined })] }],
    'nonce-reused': [{ name: 'constant', preuves: [authorization(), authorization()] }],
    'nonce-equals-state': [{ name: 'same value', preuves: [authorization({ nonce: goodRequest['state'] })] }],
    'nonce-weak': [{ name: 'a counter', preuves: [authorization({ nonce: '42' })] }],
  },
});

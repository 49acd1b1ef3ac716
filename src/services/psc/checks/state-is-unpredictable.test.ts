import { check } from './state-is-unpredictable.ts';
import { authorization, goodRequest, provesPsc } from './shared/psc-preuves.test-data.ts';

const timestamp = String(1_764_000_000_000);

provesPsc(check, {
  ok: [
    { name: '128 bits in hexadecimal', preuves: [authorization()] },
    {
      name: 'a new one each time',
      preuves: [authorization(), authorization({ state: 'ffb1c9e07b5d2846a3f1c9e07b5d2841' })],
    },
    {
      name: 'equal to the nonce, which has its own check',
      preuves: [authorization({ state: goodRequest['nonce'] })],
    },
  ],
  ko: {
    'state-missing': [
      { name: 'absent', preuves: [authorization({ state: undefined })] },
      { name: 'empty', preuves: [authorization({ state: '' })] },
    ],
    'state-reused': [{ name: 'constant', preuves: [authorization(), authorization()] }],
    'state-short': [{ name: 'eight characters', preuves: [authorization({ state: 'xK3-9_aB' })] }],
    'state-uuid': [
      { name: 'a random UUID', preuves: [authorization({ state: '6a1d2b0e-7f1c-4b8a-9a53-0c2d4e6f8a9b' })] },
    ],
    'state-from-clock': [{ name: 'milliseconds', preuves: [authorization({ state: timestamp })] }],
    'state-from-nonce': [
      {
        name: 'the end of the nonce',
        preuves: [authorization({ state: (goodRequest['nonce'] ?? '').slice(4) })],
      },
    ],
  },
});

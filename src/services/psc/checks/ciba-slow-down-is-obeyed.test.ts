import { check } from './ciba-slow-down-is-obeyed.ts';
import { exchange, provesPsc } from './shared/psc-preuves.test-data.ts';

const poll = (
  request: string,
  interval: number,
  sincePrevious: number | undefined,
  error = 'authorization_pending',
) =>
  exchange('ciba-poll', {
    error,
    ciba: { request, interval, ...(sincePrevious === undefined ? {} : { sincePrevious }) },
  });

provesPsc(check, {
  ok: [{ name: 'ten seconds', preuves: [poll('l1', 5, 5000, 'slow_down'), poll('l1', 10, 10_000)] }],
  ko: {
    'slow-down-ignored': [
      { name: 'same rhythm', preuves: [poll('l1', 5, 5000, 'slow_down'), poll('l1', 10, 5000)] },
    ],
  },
  unseen: [
    { name: 'no slow_down', preuves: [poll('l1', 5, 5000), poll('l1', 5, 5000)] },
    { name: 'no poll after it', preuves: [poll('l1', 5, 5000, 'slow_down'), poll('l2', 5, undefined)] },
  ],
});

import { check } from './ciba-interval-is-respected.ts';
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
  ok: [
    { name: 'at the interval', preuves: [poll('l1', 1, undefined), poll('l1', 1, 1000)] },
    { name: 'clock jitter', preuves: [poll('l1', 1, undefined), poll('l1', 1, 960)] },
    {
      name: 'slow_down has its own check',
      preuves: [poll('l1', 5, 5000, 'slow_down'), poll('l1', 10, 5000)],
    },
  ],
  ko: { 'polled-too-fast': [{ name: '200 ms', preuves: [poll('l1', 1, undefined), poll('l1', 1, 200)] }] },
  unseen: [{ name: 'a poll of nothing', preuves: [exchange('ciba-poll', { error: 'invalid_grant' })] }],
});

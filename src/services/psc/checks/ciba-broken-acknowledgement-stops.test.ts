import { check } from './ciba-broken-acknowledgement-stops.ts';
import { exchange, probe, provesPsc } from './shared/psc-preuves.test-data.ts';

const broken = exchange('ciba-request', { faults: ['psc/ciba-missing-auth-req-id'] });
const out = probe({ connecte: false });

provesPsc(check, {
  ok: [{ name: 'stops', preuves: [broken, out] }],
  ko: {
    'polled-anyway': [
      {
        name: 'polls with nothing',
        preuves: [broken, exchange('ciba-poll', { error: 'invalid_request' }), out],
      },
    ],
    'session-opened': [{ name: 'logs in', preuves: [broken, probe({ connecte: true })] }],
  },
  unseen: [{ name: 'faithful', preuves: [exchange('ciba-request'), out] }],
});

import { check } from './ciba-refusal-stops-polling.ts';
import { exchange, probe, provesPsc } from './shared/psc-preuves.test-data.ts';

const poll = (error: string) => exchange('ciba-poll', { error, ciba: { request: 'l1', interval: 1 } });
const out = probe({ connecte: false });

provesPsc(check, {
  ok: [{ name: 'stops', preuves: [poll('authorization_pending'), poll('access_denied'), out] }],
  ko: {
    'polled-after-refusal': [
      { name: 'access_denied', preuves: [poll('access_denied'), poll('access_denied'), out] },
      { name: 'expired_token', preuves: [poll('expired_token'), poll('expired_token'), out] },
    ],
    'session-opened': [{ name: 'logs in', preuves: [poll('access_denied'), probe({ connecte: true })] }],
  },
  unseen: [{ name: 'only pending', preuves: [poll('authorization_pending'), out] }],
});

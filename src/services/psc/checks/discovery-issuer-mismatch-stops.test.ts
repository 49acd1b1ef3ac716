import { check } from './discovery-issuer-mismatch-stops.ts';
import { authorization, probe, provesPsc, token } from './shared/psc-preuves.test-data.ts';

const out = probe({ connecte: false });

provesPsc(check, {
  ok: [{ name: 'stops at once', preuves: [out] }],
  ko: {
    'user-sent-to-portal': [{ name: 'refuses only at the callback', preuves: [authorization(), out] }],
    'code-exchanged': [{ name: 'refuses the tokens', preuves: [token(), out] }],
    'session-opened': [{ name: 'logs in', preuves: [probe({ connecte: true })] }],
  },
  unseen: [{ name: 'state unknown', preuves: [authorization(), probe({})].slice(1) }],
});

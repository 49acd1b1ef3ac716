import { check } from './logout-calls-end-session.ts';
import { action, exchange, probe, provesPsc } from './shared/psc-preuves.test-data.ts';

const out = action('psc.deconnecter', { issue: 'reussie' });
const call = (idTokenHint: string) => exchange('end-session-request', { idTokenHint });

provesPsc(check, {
  ok: [
    { name: 'with the hint', preuves: [call('valid'), out] },
    { name: 'of an open session', preuves: [probe({ connecte: true }), call('valid'), out] },
    { name: 'an expired ID token is a good hint', preuves: [call('expired'), out] },
  ],
  ko: {
    'end-session-missing': [
      { name: 'local only', preuves: [out] },
      { name: 'of an open session', preuves: [probe({ connecte: true }), out] },
    ],
    'id-token-hint-missing': [{ name: 'no hint', preuves: [call('absent'), out] }],
    'id-token-hint-unknown': [{ name: 'access token', preuves: [call('unknown'), out] }],
  },
  unseen: [
    { name: 'nobody logged out', preuves: [call('valid')] },
    { name: 'nobody was logged in', preuves: [probe({ connecte: false }), out] },
  ],
});

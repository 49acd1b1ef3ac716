import { check } from './logout-return-state-is-tolerated.ts';
import { action, exchange, probe, provesPsc } from './shared/psc-preuves.test-data.ts';

const call = exchange('end-session-request', { faults: ['psc/logout-state-missing'] });
const out = probe({ connecte: false });

provesPsc(check, {
  ok: [{ name: 'end page', preuves: [call, action('psc.deconnecter', { page: { status: 200 } }), out] }],
  ko: {
    'return-breaks': [
      { name: 'error 500', preuves: [call, action('psc.deconnecter', { page: { status: 500 } }), out] },
    ],
    'session-still-open': [
      { name: 'kept', preuves: [call, action('psc.deconnecter'), probe({ connecte: true })] },
    ],
  },
  unseen: [{ name: 'faithful', preuves: [exchange('end-session-request'), out] }],
});

import { check } from './idle-logout-keeps-psc-session.ts';
import { action, exchange, provesPsc } from './shared/psc-preuves.test-data.ts';

const idle = action('banc.laisser-inactif');

provesPsc(check, {
  ok: [{ name: 'local only', preuves: [idle] }],
  ko: { 'end-session-on-idle': [{ name: 'both', preuves: [exchange('end-session-request'), idle] }] },
  unseen: [{ name: 'never idle', preuves: [exchange('end-session-request')] }],
});

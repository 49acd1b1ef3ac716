import { check } from './refresh-precedes-new-login.ts';
import { action, authorization, exchange, provesPsc } from './shared/psc-preuves.test-data.ts';

const use = action('psc.utiliser-jeton', { issue: 'reussie' });
const expired = exchange('userinfo-request', { tokenState: 'expired', status: 401 });

provesPsc(check, {
  ok: [
    { name: 'refreshed before', preuves: [exchange('refresh-request'), use] },
    { name: 'refreshed after a 401', preuves: [expired, exchange('refresh-request'), use] },
  ],
  ko: {
    'new-login-instead': [{ name: 'a new login', preuves: [expired, authorization(), use] }],
    'expired-token-used': [{ name: 'no refresh', preuves: [expired, use] }],
  },
  unseen: [{ name: 'nothing was called', preuves: [use] }],
});

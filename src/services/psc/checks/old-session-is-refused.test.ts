import { check } from './old-session-is-refused.ts';
import { action, exchange, probe, provesPsc } from './shared/psc-preuves.test-data.ts';

const out = action('psc.deconnecter');
const use = (issue: string) => action('psc.utiliser-jeton', { issue });

provesPsc(check, {
  ok: [{ name: 'asks to log in', preuves: [out, use('refusee'), probe({ connecte: false })] }],
  ko: {
    'old-session-accepted': [
      { name: 'old cookie', preuves: [out, use('refusee'), probe({ connecte: true })] },
    ],
    'operation-allowed': [
      { name: 'page served', preuves: [out, use('reussie'), probe({ connecte: false })] },
    ],
    'old-token-used': [
      {
        name: 'userinfo',
        preuves: [out, exchange('userinfo-request', { tokenState: 'revoked' }), use('erreur')],
      },
    ],
  },
  unseen: [{ name: 'nobody logged out', preuves: [probe({ connecte: false })] }],
});

import { check } from './realm-outage-is-handled.ts';
import { action, exchange, probe, provesPsc } from './shared/psc-preuves.test-data.ts';

const down = exchange('discovery-request', { status: 503 });
const out = probe({ connecte: false });

provesPsc(check, {
  ok: [
    {
      name: 'one try, a message',
      preuves: [down, action('psc.connecter', { issue: 'erreur', message: 'Service indisponible' }), out],
    },
    {
      name: 'a page that says 503',
      preuves: [down, action('psc.connecter', { page: { status: 503 } }), out],
    },
    {
      name: 'an open session stays',
      preuves: [
        exchange('refresh-request', { status: 503 }),
        action('psc.utiliser-jeton'),
        probe({ connecte: true }),
      ],
      options: { session: 'ouverte' },
    },
  ],
  ko: {
    'outage-retry-loop': [
      { name: 'twelve tries', preuves: [...Array.from({ length: 12 }, () => down), out] },
    ],
    'outage-logged-in': [{ name: 'logs in', preuves: [down, probe({ connecte: true })] }],
    'outage-breaks-software': [
      { name: 'hangs', preuves: [down, action('psc.connecter', {}, { answer: 'timeout' }), out] },
      { name: 'error page', preuves: [down, action('psc.connecter', { page: { status: 500 } }), out] },
    ],
  },
  unseen: [{ name: 'nothing was called', preuves: [out] }],
});

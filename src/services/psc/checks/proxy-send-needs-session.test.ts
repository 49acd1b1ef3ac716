import { check } from './proxy-send-needs-session.ts';
import { exchange, provesPsc } from './shared/psc-preuves.test-data.ts';

const call = (operation: string, view: object = {}, more: object = {}) =>
  exchange('proxy-exchange', { operation, ...view }, more);
const refused = { status: 401, responseJson: { code: '401', message: 'session absente' } };

provesPsc(check, {
  ok: [
    { name: '401', preuves: [call('proxy-send', refused)] },
    { name: 'outage', preuves: [call('proxy-send', { status: 503 })], options: { attendu: 'panne' } },
  ],
  ko: {
    'send-not-401': [{ name: '500', preuves: [call('proxy-send', { status: 500 })] }],
    'error-not-json': [{ name: 'HTML', preuves: [call('proxy-send', { status: 401 })] }],
    'outage-not-mapped': [
      { name: '500', preuves: [call('proxy-send', { status: 500 })], options: { attendu: 'panne' } },
    ],
  },
  unseen: [{ name: 'another operation', preuves: [call('proxy-connect', { status: 200 })] }],
});

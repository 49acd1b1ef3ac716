import { check } from './proxy-traces-are-complete.ts';
import { exchange, provesPsc } from './shared/psc-preuves.test-data.ts';

const call = (operation: string, view: object = {}, more: object = {}) =>
  exchange('proxy-exchange', { operation, ...view }, more);
const whole = {
  type: 'CONNECT_SUCCESS',
  IdRPPS: '899700000001',
  ipAddress: '127.0.0.1',
  ports: [443],
  timestamp: '2026-01-01T00:00:00Z',
  clientId: 'lps',
  proxy_id_session: 'p',
  session_state: 's',
  dn: 'CN=lps',
};
const traces = (...list: readonly object[]) => [call('proxy-traces', { responseJson: list })];

provesPsc(check, {
  ok: [
    { name: 'whole', preuves: traces(whole, { ...whole, type: 'SEND', apiRequest: { methode: 'POST' } }) },
    {
      name: 'a failure has no session',
      preuves: traces({ ...whole, type: 'CONNECT_FAILURE', session_state: undefined, clientId: undefined }),
    },
    {
      name: 'no dn without TLS',
      preuves: [call('proxy-traces', { origin: 'http://127.0.0.1', responseJson: [{ ...whole, dn: '' }] })],
    },
    { name: 'in an object', preuves: [call('proxy-traces', { responseJson: { traces: [whole] } })] },
  ],
  ko: {
    'traces-missing': [{ name: 'empty', preuves: traces() }],
    'trace-incomplete': [
      { name: 'no dn', preuves: traces({ ...whole, dn: '' }) },
      { name: 'SEND without request', preuves: traces({ ...whole, type: 'SEND' }) },
    ],
    'trace-api-unexpected': [
      { name: 'on a connection', preuves: traces({ ...whole, apiRequest: { methode: 'GET' } }) },
    ],
  },
  unseen: [{ name: 'the call failed', preuves: [call('proxy-traces', { status: 500 })] }],
});

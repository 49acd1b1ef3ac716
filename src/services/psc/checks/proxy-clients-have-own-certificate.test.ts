import { check } from './proxy-clients-have-own-certificate.ts';
import { certified, exchange, provesPsc } from './shared/psc-preuves.test-data.ts';

const call = (operation: string, view: object = {}, more: object = {}) =>
  exchange('proxy-exchange', { operation, ...view }, more);
const via = (clientId: string, sha256: string, step: string) => [
  call('proxy-connect', { json: { clientId } }, { step }),
  exchange('ciba-request', {}, { step, tls: certified({ sha256 }) }),
];

provesPsc(check, {
  ok: [{ name: 'one each', preuves: [...via('a', 'aa', 'un'), ...via('b', 'bb', 'deux')] }],
  ko: {
    'certificate-shared': [{ name: 'shared', preuves: [...via('a', 'aa', 'un'), ...via('b', 'aa', 'deux')] }],
  },
  unseen: [{ name: 'one client only', preuves: via('a', 'aa', 'un') }],
});

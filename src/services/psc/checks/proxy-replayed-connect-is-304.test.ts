import { check } from './proxy-replayed-connect-is-304.ts';
import { exchange, provesPsc } from './shared/psc-preuves.test-data.ts';

const call = (operation: string, view: object = {}, more: object = {}) =>
  exchange('proxy-exchange', { operation, ...view }, more);
const first = call('proxy-connect', { status: 200 }, { step: 'connect' });

provesPsc(check, {
  ok: [{ name: '304', preuves: [first, call('proxy-connect', { status: 304 }, { step: 'rejeu' })] }],
  ko: {
    'replay-not-304': [
      { name: '200', preuves: [first, call('proxy-connect', { status: 200 }, { step: 'rejeu' })] },
    ],
    'replay-has-body': [
      {
        name: 'JSON',
        preuves: [first, { ...call('proxy-connect', { status: 304 }, { step: 'rejeu' }), body: '{}' }],
      },
    ],
    'replay-called-psc': [
      {
        name: 'CIBA again',
        preuves: [
          first,
          call('proxy-connect', { status: 304 }, { step: 'rejeu' }),
          exchange('ciba-request', {}, { step: 'rejeu' }),
        ],
      },
    ],
  },
  unseen: [
    { name: 'once only', preuves: [first] },
    {
      name: 'the first failed',
      preuves: [call('proxy-connect', { status: 500 }), call('proxy-connect', { status: 304 })],
    },
  ],
});

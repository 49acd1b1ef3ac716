import { check } from './id-token-foreign-hash-is-refused.ts';
import { exchange, probe, provesPsc, token } from './shared/psc-preuves.test-data.ts';

const deviating = token({ faults: ['psc/id-token-bad-at-hash'] });
const userinfo = exchange('userinfo-request', { token: 'acces-1', tokenState: 'valid', tokenIn: ['header'] });

provesPsc(check, {
  ok: [
    { name: 'nobody is logged in afterwards', preuves: [deviating, probe({ connecte: false })] },
    {
      name: 'a token of another login is used',
      preuves: [
        deviating,
        exchange('userinfo-request', { token: 'acces-2', tokenState: 'valid', tokenIn: ['header'] }),
        probe({ connecte: false }),
      ],
    },
  ],
  ko: {
    'session-opened': [{ name: 'somebody is logged in', preuves: [deviating, probe({ connecte: true })] }],
    'access-token-used': [
      { name: 'userinfo is read all the same', preuves: [deviating, userinfo, probe({ connecte: false })] },
      {
        name: 'and the session opens',
        preuves: [deviating, userinfo, probe({ connecte: true })],
        also: ['session-opened'],
      },
    ],
  },
  unseen: [
    { name: 'the deviation never left', preuves: [token(), probe({ connecte: false })] },
    { name: 'the software does not say its state', preuves: [deviating, probe({})] },
    {
      name: 'the probe broke',
      preuves: [deviating, probe({ connecte: false }, { answer: 'broken' })],
    },
    { name: 'probed before', preuves: [probe({ connecte: false }), deviating] },
  ],
});

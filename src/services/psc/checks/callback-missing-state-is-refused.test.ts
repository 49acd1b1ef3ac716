import { check } from './callback-missing-state-is-refused.ts';
import { probe, provesPsc, response, token } from './shared/psc-preuves.test-data.ts';

const deviating = response({ faults: ['psc/callback-state-missing'] });

provesPsc(check, {
  ok: [
    { name: 'the code stays where it is', preuves: [deviating, probe({ connecte: false })] },
    {
      name: 'the control login exchanged its own code',
      preuves: [token({ login: 'login-0' }), deviating, probe({ connecte: false })],
    },
  ],
  ko: {
    'session-opened': [{ name: 'somebody is logged in', preuves: [deviating, probe({ connecte: true })] }],
    'code-exchanged': [
      { name: 'the code is sent, then dropped', preuves: [deviating, token(), probe({ connecte: false })] },
    ],
  },
  unseen: [
    { name: 'the deviation never left', preuves: [response(), probe({ connecte: false })] },
    { name: 'nobody asked for the state', preuves: [deviating] },
  ],
});

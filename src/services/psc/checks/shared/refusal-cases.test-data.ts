import type { Check } from '../../../../domain/check.ts';
import { exchange, probe, provesPsc, response, token } from './psc-preuves.test-data.ts';

const out = probe({ connecte: false });
const logged = probe({ connecte: true });
const userinfo = (accessToken: string): ReturnType<typeof exchange> =>
  exchange('userinfo-request', { token: accessToken, tokenState: 'valid', tokenIn: ['header'] });

/** Proves a check that a login ends where the ID token, or the answer that carries it, deviates by this fault. */
export function provesIdTokenRefusal(check: Check, fault: string): void {
  const deviating = token({ faults: [fault] });
  provesPsc(check, {
    ok: [
      { name: 'nobody is logged in afterwards', preuves: [deviating, out] },
      { name: 'a token of another login is used', preuves: [deviating, userinfo('acces-2'), out] },
    ],
    ko: {
      'session-opened': [{ name: 'somebody is logged in', preuves: [deviating, logged] }],
      'access-token-used': [
        { name: 'userinfo is read all the same', preuves: [deviating, userinfo('acces-1'), out] },
        {
          name: 'and the session opens',
          preuves: [deviating, userinfo('acces-1'), logged],
          also: ['session-opened'],
        },
      ],
    },
    unseen: [
      { name: 'the deviation never left', preuves: [token(), out] },
      { name: 'the software does not say its state', preuves: [deviating, probe({})] },
      { name: 'the probe broke', preuves: [deviating, probe({ connecte: false }, { answer: 'broken' })] },
      { name: 'probed before', preuves: [out, deviating] },
    ],
  });
}

/** Proves a check that a callback which deviates by this fault is dropped. */
export function provesCallbackRefusal(check: Check, fault: string): void {
  const deviating = response({ faults: [fault] });
  provesPsc(check, {
    ok: [
      { name: 'the code stays where it is', preuves: [deviating, out] },
      {
        name: 'the control login exchanged its own code',
        preuves: [token({ login: 'login-0' }), deviating, out],
      },
    ],
    ko: {
      'session-opened': [{ name: 'somebody is logged in', preuves: [deviating, logged] }],
      'code-exchanged': [{ name: 'the code is sent, then dropped', preuves: [deviating, token(), out] }],
    },
    unseen: [
      { name: 'the deviation never left', preuves: [response(), out] },
      { name: 'nobody asked for the state', preuves: [deviating] },
    ],
  });
}

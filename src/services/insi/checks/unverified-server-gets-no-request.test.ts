import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './unverified-server-gets-no-request.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const shown = (target = 'insi/certificate'): Preuve => ({
  id: 'p-3',
  kind: 'fault/delivered',
  at: 3,
  view: { fault: 'insi/certificate-expired', target },
  raw: {},
});
const refused: Preuve = {
  id: 'p-2',
  kind: 'insi/unknown-request',
  at: 2,
  view: { method: '', aborted: 'tls-failure', certificateFaults: ['insi/certificate-expired'] },
  raw: {},
};
const over = { certificateFaults: ['insi/certificate-expired'] };

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: the client ended the handshake', [refused, shown()], 1, []],
  ['ok: a call on a faithful connection beside', [insiCall(), refused, shown()], 1, []],
  ['none: no certificate was shown', [refused], 0, []],
  ['none: another fault', [insiCall(), shown('insi/reply')], 0, []],
  ['ko: the traits left', [insiCall(over), shown()], 1, ['request-to-unverified-server']],
  [
    'ko: even a request that INSi does not know',
    [{ ...refused, view: { method: 'GET', path: '/', ...over } }, shown()],
    1,
    ['request-to-unverified-server'],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './assertion-is-in-time.ts';
import { cpxCall, insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: of the moment', [cpxCall()], 1, []],
  ['none: no call', [], 0, []],
  ['none: no assertion', [insiCall()], 0, []],
  [
    'ok: within the tolerance',
    [
      cpxCall({
        notOnOrAfter: '2026-01-01T09:58:00Z',
        issueInstant: '2026-01-01T09:00:00Z',
        notBefore: '2026-01-01T09:00:00Z',
      }),
    ],
    1,
    [],
  ],
  ['ko: over', [cpxCall({ notOnOrAfter: '2026-01-01T09:50:00Z' })], 1, ['assertion-over']],
  ['ko: issued later', [cpxCall({ issueInstant: '2026-01-01T11:00:00Z' })], 1, ['assertion-from-the-future']],
  ['ko: begins later', [cpxCall({ notBefore: '2026-01-02T10:00:00Z' })], 1, ['assertion-from-the-future']],
  ['ko: no date', [cpxCall({ issueInstant: '' })], 1, ['assertion-undated']],
  [
    'ko: a date that is none',
    [cpxCall({ notBefore: '01/01/2026', notOnOrAfter: 'demain' })],
    1,
    ['assertion-undated'],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

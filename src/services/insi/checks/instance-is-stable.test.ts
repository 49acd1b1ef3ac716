import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './instance-is-stable.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: a conforming call', [insiCall()], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: free text', [insiCall({ lps: { instance: 'poste 3' } })], 1, ['instance-not-uuid']],
  [
    'ko: new at each call',
    [insiCall(), insiCall({ lps: { instance: '4bb69d9e-0000-4000-8000-000000000002' } })],
    2,
    ['instance-changes'],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

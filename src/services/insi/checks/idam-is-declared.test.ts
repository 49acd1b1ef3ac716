import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './idam-is-declared.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: a conforming call', [insiCall()], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: empty', [insiCall({ lps: { idam: ' ' } })], 1, ['idam-missing']],
  ['ko: another R', [insiCall({ lps: { idamR: '1' } })], 1, ['idam-r']],
  ['ko: another product', [insiCall({ lps: { idam: 'PDP17NF21DD0' } })], 1, ['idam-differs']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

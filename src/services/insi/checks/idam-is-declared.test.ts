import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './idam-is-declared.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['a conforming call', [insiCall()], 1, []],
  ['nothing to examine', [], 0, []],
  ['empty', [insiCall({ lps: { idam: ' ' } })], 1, ['idam-missing']],
  ['another R', [insiCall({ lps: { idamR: '1' } })], 1, ['idam-r']],
  ['another product', [insiCall({ lps: { idam: 'PDP17NF21DD0' } })], 1, ['idam-differs']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

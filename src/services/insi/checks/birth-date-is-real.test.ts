import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './birth-date-is-real.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: a conforming call', [insiCall()], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: 01/01/1981', [insiCall({ traits: { dateNaissance: '01/01/1981' } })], 1, ['birth-date']],
  ['ko: 1981-13-01', [insiCall({ traits: { dateNaissance: '1981-13-01' } })], 1, ['birth-date']],
  ['ko: 1981-02-30', [insiCall({ traits: { dateNaissance: '1981-02-30' } })], 1, ['birth-date']],
  ['ko: 1981-00-01', [insiCall({ traits: { dateNaissance: '1981-00-01' } })], 1, ['birth-date']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './given-name-is-lexically-valid.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: a conforming call', [insiCall()], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: CŒUR', [insiCall({ traits: { prenoms: ['CŒUR'] } })], 1, ['given-name']],
  ['ko: JEAN--PAUL', [insiCall({ traits: { prenoms: ['JEAN--PAUL'] } })], 1, ['given-name']],
  ['ko: ANNE-', [insiCall({ traits: { prenoms: ['ANNE-'] } })], 1, ['given-name']],
  ['ko: Zoé', [insiCall({ traits: { prenoms: ['Zoé'] } })], 1, ['given-name']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

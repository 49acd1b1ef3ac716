import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './first-given-name-comes-first.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['a conforming call', [insiCall()], 1, []],
  ['nothing to examine', [], 0, []],
  ['another one first', [insiCall({ traits: { prenoms: ['ALAIN'] } })], 1, ['given-name-order']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, { premierPrenom: 'PIERRE-ALAIN' })).toEqual([examined, codes]);
});

import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './birth-name-is-lexically-valid.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: a conforming call', [insiCall()], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: D’ÆION', [insiCall({ traits: { nomNaissance: 'D’ÆION' } })], 1, ['birth-name']],
  ['ko: Dupont', [insiCall({ traits: { nomNaissance: 'Dupont' } })], 1, ['birth-name']],
  ['ko:  MARTIN', [insiCall({ traits: { nomNaissance: ' MARTIN' } })], 1, ['birth-name']],
  ['ko: A  B', [insiCall({ traits: { nomNaissance: 'A  B' } })], 1, ['birth-name']],
  ['ko: -AB', [insiCall({ traits: { nomNaissance: '-AB' } })], 1, ['birth-name']],
  ['ok: double hyphen', [insiCall({ traits: { nomNaissance: 'ABC--DEF' } })], 1, []],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

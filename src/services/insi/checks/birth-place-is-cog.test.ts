import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './birth-place-is-cog.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: a conforming call', [insiCall()], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: blank inside', [insiCall({ traits: { lieuNaissance: '75 056' } })], 1, ['birth-place']],
  ['ko: unknown', [insiCall({ traits: { lieuNaissance: '99999' } })], 1, ['birth-place-unknown']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

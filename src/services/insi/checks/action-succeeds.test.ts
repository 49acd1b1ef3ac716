import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './action-succeeds.ts';
import { answered, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: accepted', [answered('ins.creer', { issue: 'reussie' })], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: refused', [answered('ins.creer', { issue: 'refusee', message: 'non' })], 1, ['action-refused']],
  ['ko: no answer about it', [answered('ins.creer', {})], 1, ['action-refused']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, { action: 'ins.creer' })).toEqual([examined, codes]);
});

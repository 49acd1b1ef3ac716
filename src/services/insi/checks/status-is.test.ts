import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './status-is.ts';
import { identity, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: as expected', [identity()], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: too high', [identity({ statut: 'qualifiee' })], 1, ['status-differs']],
  ['ko: no status at all', [identity({ statut: null })], 1, ['status-differs']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, { statuts: ['recuperee'] })).toEqual([examined, codes]);
});

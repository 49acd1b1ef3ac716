import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './attributes-are.ts';
import { identity, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: set', [identity({ attributs: ['douteuse'] })], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: not set', [identity()], 1, ['attribute-missing']],
  ['ko: combined', [identity({ attributs: ['douteuse', 'fictive'] })], 1, ['attribute-unexpected']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, { attributs: ['douteuse'] })).toEqual([examined, codes]);
});

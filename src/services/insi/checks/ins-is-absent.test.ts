import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './ins-is-absent.ts';
import { identity, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: none', [identity({ ins: null })], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: kept', [identity()], 1, ['ins-kept']],
  ['ko: OID alone kept', [identity({ ins: { oid: '1.2' } })], 1, ['ins-kept']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

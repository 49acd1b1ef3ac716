import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './proof-is-recorded.ts';
import { identity, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: recorded', [identity({ justificatif: 'CN' })], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: missing', [identity()], 1, ['proof-missing']],
  ['ko: another', [identity({ justificatif: 'PA' })], 1, ['proof-differs']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, { justificatif: 'CN' })).toEqual([examined, codes]);
});

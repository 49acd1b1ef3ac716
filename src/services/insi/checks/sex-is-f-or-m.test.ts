import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './sex-is-f-or-m.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: a conforming call', [insiCall()], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: I', [insiCall({ traits: { sexe: 'I' } })], 1, ['sex']],
  ['ko: f', [insiCall({ traits: { sexe: 'f' } })], 1, ['sex']],
  ['ko: 1', [insiCall({ traits: { sexe: '1' } })], 1, ['sex']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

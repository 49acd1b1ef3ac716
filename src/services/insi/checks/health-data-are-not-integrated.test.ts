import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './health-data-are-not-integrated.ts';
import { answered, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: held', [answered('ins.recevoir', { donneesIntegrees: false })], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: integrated', [answered('ins.recevoir', { donneesIntegrees: true })], 1, ['data-integrated']],
  ['ko: not said', [answered('ins.recevoir', {})], 1, ['data-integrated']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './no-insi-call.ts';
import { answered, insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: blocked', [answered('ins.recuperer-par-traits', { issue: 'refusee' })], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: called', [answered('ins.recuperer-par-traits', {}), insiCall()], 1, ['insi-called']],
  ['ko: called, no answer of the software', [insiCall()], 0, ['insi-called']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

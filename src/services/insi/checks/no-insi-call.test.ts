import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './no-insi-call.ts';
import { answered, insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['blocked', [answered('ins.recuperer-par-traits', { issue: 'refusee' })], 1, []],
  ['nothing to examine', [], 0, []],
  ['called', [answered('ins.recuperer-par-traits', {}), insiCall()], 1, ['insi-called']],
  ['called, no answer of the software', [insiCall()], 0, ['insi-called']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

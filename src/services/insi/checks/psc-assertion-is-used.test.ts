import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './psc-assertion-is-used.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: PSC assertion', [insiCall({ authentication: { modes: ['psc-assertion'] } })], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: certificate only', [insiCall()], 1, ['psc-mode-absent']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './authentication-mode-is.ts';
import { cpxCall, insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: the card', [cpxCall()], 1, []],
  ['none: no call', [], 0, []],
  ['ko: a certificate', [insiCall()], 1, ['mode-differs']],
  ['ko: both', [insiCall({ authentication: { modes: ['mtls', 'cpx'] } })], 1, ['mode-differs']],
  ['ko: nothing', [insiCall({ authentication: { modes: [] } })], 1, ['mode-differs']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, { mode: 'cpx' })).toEqual([examined, codes]);
});

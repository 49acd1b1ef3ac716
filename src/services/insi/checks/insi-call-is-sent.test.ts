import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './insi-call-is-sent.ts';
import { answered, insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: sent', [answered('ins.recevoir', {}), insiCall({ kind: 'insi/verification-request' })], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: another call', [answered('ins.recevoir', {}), insiCall()], 1, ['insi-not-called']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, { kind: 'insi/verification-request' })).toEqual([examined, codes]);
});

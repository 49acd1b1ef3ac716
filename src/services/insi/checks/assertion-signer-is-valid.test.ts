import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './assertion-signer-is-valid.ts';
import { cpxCall, insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: a card in force', [cpxCall()], 1, []],
  ['none: no call', [], 0, []],
  ['none: an organisation certificate', [insiCall()], 0, []],
  ['none: not signed, which another check says', [cpxCall({ signature: 'absent', signer: null })], 0, []],
  ['ko: expired', [cpxCall({ signer: { notAfter: '2025-12-31T23:59:59Z' } })], 1, ['signer-not-in-force']],
  ['ko: not yet', [cpxCall({ signer: { notBefore: '2026-02-01T00:00:00Z' } })], 1, ['signer-not-in-force']],
  ['ko: of nobody known', [cpxCall({ signer: { trusted: false } })], 1, ['signer-unknown']],
  ['ko: no certificate', [cpxCall({ signature: 'invalid', signer: null })], 1, ['signer-unreadable']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

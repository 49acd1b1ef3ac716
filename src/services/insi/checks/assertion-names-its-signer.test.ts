import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './assertion-names-its-signer.ts';
import { cpxCall, insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: the person of the card', [cpxCall()], 1, []],
  ['none: no call', [], 0, []],
  ['none: an organisation certificate', [insiCall()], 0, []],
  ['ok: not signed, nothing to compare', [cpxCall({ signature: 'absent', signer: null })], 1, []],
  ['ko: another person', [cpxCall({ nameId: '899700000002' })], 1, ['person-is-not-signer']],
  ['ko: another issuer', [cpxCall({ issuer: 'CN=899700000002' })], 1, ['issuer-is-not-signer']],
  ['ko: no format', [cpxCall({ issuerFormat: 'urn:x' })], 1, ['issuer-is-not-signer']],
  ['ko: another qualifier', [cpxCall({ nameQualifier: 'ADELI' })], 1, ['qualifier-is-not-cps']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

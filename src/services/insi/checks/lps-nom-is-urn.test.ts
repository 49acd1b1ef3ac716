import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './lps-nom-is-urn.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: a conforming call', [insiCall()], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: free text', [insiCall({ lps: { nom: 'Mon logiciel' } })], 1, ['lps-nom']],
  ['ko: another version', [insiCall({ lps: { lpsVersion: '0.9' } })], 1, ['lps-version']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './contexte-lps-is-well-formed.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const base = insiCall();
const withoutVersion: Preuve = {
  ...base,
  view: {
    ...base.view,
    header: { ...base.view.header, contexteLps: { ...base.view.header.contexteLps, version: undefined } },
  },
};

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: a conforming call', [insiCall()], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: absent', [insiCall({ lps: null })], 1, ['contexte-lps-missing']],
  ['ko: nature of the other context', [insiCall({ lps: { nature: 'CTXBAM' } })], 1, ['contexte-lps-nature']],
  ['ko: no version', [withoutVersion], 1, ['contexte-lps-version']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

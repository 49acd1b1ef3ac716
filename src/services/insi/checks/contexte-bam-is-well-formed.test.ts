import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './contexte-bam-is-well-formed.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const base = insiCall();
const withoutVersion: Preuve = {
  ...base,
  view: {
    ...base.view,
    header: { ...base.view.header, contexteBam: { ...base.view.header.contexteBam, version: undefined } },
  },
};

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: a conforming call', [insiCall()], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: absent', [insiCall({ bam: null })], 1, ['contexte-bam-missing']],
  ['ko: no COUVERTURE', [insiCall({ bam: { couverture: 'absent' } })], 1, ['couverture-missing']],
  ['ko: no version', [withoutVersion], 1, ['contexte-bam-version']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

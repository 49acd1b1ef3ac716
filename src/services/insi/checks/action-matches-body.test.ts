import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './action-matches-body.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: a conforming call', [insiCall()], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: absent', [insiCall({ action: null })], 1, ['action-missing']],
  [
    'ko: of the other operation',
    [insiCall({ action: 'urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecCarteVitale' })],
    1,
    ['action-mismatch'],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

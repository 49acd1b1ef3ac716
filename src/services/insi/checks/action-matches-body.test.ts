import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './action-matches-body.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['a conforming call', [insiCall()], 1, []],
  ['nothing to examine', [], 0, []],
  ['absent', [insiCall({ action: null })], 1, ['action-missing']],
  [
    'of the other operation',
    [insiCall({ action: 'urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecCarteVitale' })],
    1,
    ['action-mismatch'],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

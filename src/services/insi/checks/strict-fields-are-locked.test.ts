import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './strict-fields-are-locked.ts';
import { identity, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: locked', [identity()], 1, []],
  ['none: nothing to examine', [], 0, []],
  [
    'ko: sex open',
    [
      identity({
        verrouilles: ['matricule', 'oid', 'nomNaissance', 'prenoms', 'dateNaissance', 'lieuNaissance'],
      }),
    ],
    1,
    ['field-not-locked'],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './identity-is-unchanged.ts';
import { identity, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: same', [identity(), identity()], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['none: one reading proves nothing', [identity()], 0, []],
  [
    'ko: status raised and trait changed',
    [identity({ statut: 'provisoire' }), identity({ traits: {} })],
    1,
    [
      'identity-changed',
      'identity-changed',
      'identity-changed',
      'identity-changed',
      'identity-changed',
      'identity-changed',
    ],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './traits-are-as-returned.ts';
import { identity, insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: as returned', [insiCall(), identity()], 1, []],
  ['none: nothing to examine', [], 0, []],
  [
    'ko: re-cased and place lost',
    [
      insiCall(),
      identity({
        traits: { nomNaissance: 'Zztest-un', prenoms: 'ANNE MARIE', sexe: 'F', dateNaissance: '1979-03-28' },
      }),
    ],
    1,
    ['trait-differs', 'trait-differs'],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './traits-follow-schema-order.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: a conforming call', [insiCall()], 1, []],
  ['none: nothing to examine', [], 0, []],
  [
    'ko: place before sex',
    [insiCall({ bodyOrder: ['NomNaissance', 'Prenom', 'LieuNaissance', 'Sexe', 'DateNaissance'] })],
    1,
    ['order'],
  ],
  [
    'ko: unknown element',
    [insiCall({ bodyOrder: ['NomNaissance', 'Prenom', 'Sexe', 'DateNaissance', 'Ipp'] })],
    1,
    ['unknown-element'],
  ],
  ['ko: no sex', [insiCall({ traits: { sexe: '' } })], 1, ['trait-missing']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

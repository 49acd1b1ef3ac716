import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './status-history-is-complete.ts';
import { identity, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: kept', [identity()], 1, []],
  ['none: nothing to examine', [], 0, []],
  [
    'ko: last only',
    [identity({ historique: [{ statut: 'qualifiee', date: 'd', auteur: 'a' }] })],
    1,
    ['status-not-historised'],
  ],
  [
    'ko: no author',
    [identity({ historique: [{ statut: 'provisoire', date: 'd' }] })],
    1,
    ['history-incomplete'],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, { statuts: ['provisoire'] })).toEqual([examined, codes]);
});

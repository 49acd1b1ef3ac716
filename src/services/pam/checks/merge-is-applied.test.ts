import { expect, it } from 'vitest';
import type { PiloteView, Preuve } from '../../../domain/preuve.ts';
import { check } from './merge-is-applied.ts';
import { judged, searched, sent } from './shared/pam.test-data.ts';

const merge = sent({ evenement: 'A40', autreRole: 'flux-2', autreIpp: 'SEGUR-flux-2' });
const survivor = (...names: readonly string[]): Preuve<PiloteView> => searched('ZZTEST-UN', names);
const loser = (...names: readonly string[]): Preuve<PiloteView> => searched('ZZTEST-DEUX', names);

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: one stays', [merge, survivor('ZZTEST-UN'), loser()], 2, []],
  ['ok: a search by another criterion', [merge, searched('ZZT', ['ZZTEST-UN'])], 1, []],
  ['none: no merge', [sent(), survivor('ZZTEST-UN'), loser()], 0, []],
  ['none: no search', [merge], 0, []],
  ['none: the duplicate is of nobody', [sent({ evenement: 'A40', autreRole: 'personne' }), loser()], 0, []],
  ['none: searched before the merge only', [{ ...merge, at: 9 }, loser('ZZTEST-DEUX')], 0, []],
  ['ko: the duplicate is still there', [merge, loser('ZZTEST-DEUX')], 1, ['merged-identity-found']],
  ['ko: nobody stays', [merge, survivor()], 1, ['survivor-not-once']],
  ['ko: two stay', [merge, survivor('ZZTEST-UN', 'ZZTEST-UN')], 1, ['survivor-not-once']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

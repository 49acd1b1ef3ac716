import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './identity-is-recorded.ts';
import { answered, found, ins, judged, sent } from './shared/pam.test-data.ts';

type Case = readonly [string, readonly Preuve[], 'present' | 'absent', number, readonly string[]];

const cases: readonly Case[] = [
  ['ok: with its INS', [sent(), found(ins)], 'present', 1, []],
  ['ok: without', [sent(), found()], 'absent', 1, []],
  ['none: nothing sent', [found(ins)], 'present', 0, []],
  ['none: no search', [sent()], 'present', 0, []],
  ['none: unknown role', [sent({ role: 'personne' }), found(ins)], 'present', 0, []],
  ['ko: nobody', [sent(), answered('ins.rechercher', { resultats: [] })], 'present', 1, ['identity-missing']],
  ['ko: somebody else', [sent(), found(ins, 'ZZAUTRE')], 'absent', 1, ['identity-missing']],
  ['ko: no list', [sent(), answered('ins.rechercher', {})], 'absent', 1, ['identity-missing']],
  ['ko: INS lost', [sent(), found()], 'present', 1, ['ins-missing']],
  [
    'ko: key cut',
    [sent(), found({ ...ins, matricule: ins.matricule.slice(0, 13) })],
    'present',
    1,
    ['ins-differs'],
  ],
  ['ko: another OID', [sent(), found({ ...ins, oid: '1.2' })], 'present', 1, ['ins-differs']],
  ['ko: INS kept', [sent(), found(ins)], 'absent', 1, ['ins-kept']],
  ['ko: OID alone kept', [sent(), found({ oid: ins.oid })], 'absent', 1, ['ins-kept']],
];

it.each(cases)('%s', (_label, preuves, wanted, examined, codes) => {
  expect(judged(check, preuves, { ins: wanted })).toEqual([examined, codes]);
});

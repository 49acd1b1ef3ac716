import { expect, it } from 'vitest';
import type { JsonObject } from '../../../domain/json.ts';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './identity-is-recorded.ts';
import { answered, facts, ins, judged, sent } from './shared/fhir.test-data.ts';

const identity = (edit: JsonObject = {}): JsonObject => ({
  id: '1',
  statut: 'recuperee',
  traits: { nomNaissance: facts.nomNaissance, dateNaissance: facts.dateNaissance },
  ...edit,
});
const found = (...resultats: readonly JsonObject[]): Preuve =>
  answered('ins.rechercher', { resultats: resultats });
const verification: Preuve = { id: 'p-7', kind: 'insi/verification-request', at: 0, view: {}, raw: {} };
const held = identity({ ins });

type Options = Parameters<typeof check.judge>[0]['options'];
type Case = readonly [string, readonly Preuve[], Options, number, readonly string[]];
const [present, absent, ifVerified] = [{ ins: 'present' }, { ins: 'absent' }, { ins: 'verifiee' }] as const;

const cases: readonly Case[] = [
  ['ok: verified', [sent(), verification, found(held)], present, 1, []],
  ['ok: without', [sent(), found(identity({ statut: 'provisoire' }))], absent, 1, []],
  ['ok: kept once verified', [sent(), verification, found(held)], ifVerified, 1, []],
  ['ok: left out', [sent(), found(identity())], ifVerified, 1, []],
  ['ok: refused', [sent({ status: 422 }), found()], { ...absent, refusAdmis: true }, 1, []],
  [
    'ok: attribute',
    [sent(), found(identity({ attributs: ['douteuse'] }))],
    { ...absent, attribut: 'douteuse' },
    1,
    [],
  ],
  ['none: nothing sent', [found(held)], present, 0, []],
  ['none: no search', [sent()], present, 0, []],
  ['none: unknown role', [sent({ role: 'personne' }), found(held)], present, 0, []],
  ['ko: nobody', [sent(), found()], absent, 1, ['identity-missing']],
  ['ko: no list', [sent(), answered('ins.rechercher', {})], absent, 1, ['identity-missing']],
  ['ko: refused though sound', [sent({ status: 422 }), found()], absent, 1, ['identity-missing']],
  [
    'ko: lost by an error',
    [sent({ status: 500 }), found()],
    { ...absent, refusAdmis: true },
    1,
    ['identity-missing'],
  ],
  ['ko: twice', [sent(), found(identity(), identity({ id: '2' }))], absent, 1, ['identity-duplicated']],
  [
    'ko: qualifiée',
    [sent(), verification, found({ ...held, statut: 'qualifiee' })],
    present,
    1,
    ['qualified-by-itself'],
  ],
  ['ko: INS lost', [sent(), verification, found(identity())], present, 1, ['ins-missing']],
  [
    'ko: key cut',
    [sent(), verification, found(identity({ ins: { ...ins, matricule: '2790351215189' } }))],
    present,
    1,
    ['ins-differs'],
  ],
  ['ko: INS kept', [sent(), found(held)], absent, 1, ['ins-kept']],
  ['ko: OID alone kept', [sent(), found(identity({ ins: { oid: ins.oid } }))], absent, 1, ['ins-kept']],
  ['ko: never verified', [sent(), found(held)], present, 1, ['ins-not-verified']],
  ['ko: never verified either', [sent(), found(held)], ifVerified, 1, ['ins-not-verified']],
  [
    'ko: attribute lost',
    [sent(), found(identity())],
    { ...absent, attribut: 'fictive' },
    1,
    ['attribute-lost'],
  ],
];

it.each(cases)('%s', (_label, preuves, options, examined, codes) => {
  expect(judged(check, preuves, options)).toEqual([examined, codes]);
});

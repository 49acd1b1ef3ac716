import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../domain/json.ts';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './printed-traits-are-in-clear.ts';
import { identity, judged, printed } from './shared/insi.test-data.ts';

const lines = {
  nom: 'Nom de naissance : ZZTEST-UN',
  prenom: '1er prénom de naissance : ANNE',
  date: 'Date de naissance : 28/03/1979',
  sexe: 'Sexe : F',
  ins: 'Matricule INS : 279035121518989 NIR',
};
const page = (edit: Partial<typeof lines> = {}, more: JsonObject = {}): Preuve =>
  printed({ text: Object.values({ ...lines, ...edit }).join('\n'), ...more });
const qualified = identity({ statut: 'qualifiee' });
const nia = identity({
  statut: 'qualifiee',
  ins: { matricule: '279035121518989', oid: '1.2.250.1.213.1.4.9' },
});

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok', [qualified, page()], 1, []],
  ['ok: NIA', [nia, page({ ins: 'INS : 279035121518989 (NIA)' })], 1, []],
  ['none: not qualified', [identity(), page()], 0, []],
  ['none: an image of text', [qualified, printed({ text: 'Page 1' })], 0, []],
  ['none: missing, but text not all read', [qualified, page({ nom: '' }, { textComplete: false })], 0, []],
  ['ko: birth name', [qualified, page({ nom: 'Nom : ZZTEST-UNIQUE' })], 1, ['trait-missing']],
  ['ko: first given name', [qualified, page({ prenom: 'Prénom : ANNETTE' })], 1, ['trait-missing']],
  ['ko: birth date', [qualified, page({ date: 'Date de naissance : 28/03/1978' })], 1, ['trait-missing']],
  ['ko: sex', [qualified, page({ sexe: 'Sexe : ' })], 1, ['trait-missing']],
  ['ko: matricule', [qualified, page({ ins: 'INS NIR' })], 1, ['trait-missing']],
  ['ko: no nature', [qualified, page({ ins: 'INS : 279035121518989' })], 1, ['nature-missing']],
  ['ko: wrong nature', [qualified, page({ ins: 'INS : 279035121518989 NIA' })], 1, ['nature-wrong']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

describe('labels', () => {
  const review = (edit: Partial<typeof lines>): boolean | undefined =>
    check.judge({ preuves: [qualified, page(edit)] } as never).review;

  it.each<[Partial<typeof lines>, boolean]>([
    [{}, false],
    [{ nom: 'N. Nais. ZZTEST-UN', prenom: 'Pr. 1 : ANNE', date: 'DDN : 28-03-1979', sexe: 'S : F' }, false],
    [
      { date: 'Née le 28 mars 1979', sexe: 'Sexe : Féminin', ins: 'INS : 2 79 03 51 215 189 89 - NIR' },
      false,
    ],
    [{ nom: 'Patient : ZZTEST-UN' }, true],
    [{ ins: 'INS (NIR) : 279035121518989' }, true],
    [{ ins: 'No 279035121518989 NIR' }, true],
  ])('%j', (edit, expected) => {
    expect(review(edit)).toBe(expected);
  });
});

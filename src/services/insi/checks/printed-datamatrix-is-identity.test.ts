import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { writeInsDatamatrix, type InsDatamatrix } from '../../../formats/ins/datamatrix-payload.ts';
import { check } from './printed-datamatrix-is-identity.ts';
import { identity, judged, printed } from './shared/insi.test-data.ts';

const symbol = (edit: Partial<InsDatamatrix> = {}): string =>
  writeInsDatamatrix({
    matricule: '279035121518989',
    oid: '1.2.250.1.213.1.4.10',
    prenoms: 'ANNE MARIE',
    nomNaissance: 'ZZTEST-UN',
    sexe: 'F',
    dateNaissance: '28-03-1979',
    lieuNaissance: '51215',
    ...edit,
  });
const qualified = identity({ statut: 'qualifiee' });
const page = (...datamatrix: readonly string[]): Preuve => printed({ datamatrix });

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: the identity', [qualified, page(symbol())], 1, []],
  ['ok: without birth place', [qualified, page(symbol({ lieuNaissance: undefined }))], 1, []],
  ['ok: beside another symbol', [qualified, page('LOT-42', symbol())], 1, []],
  ['none: not qualified', [identity(), page()], 0, []],
  ['none: no reading before it', [page(symbol()), qualified], 0, []],
  ['none: drawn, which is not read', [qualified, printed({ unread: ['vector-drawing'] })], 0, []],
  ['ko: no symbol', [qualified, page()], 1, ['missing']],
  ['ko: another symbol only', [qualified, page('LOT-42')], 1, ['missing']],
  ['ko: another patient', [qualified, page(symbol({ matricule: '179035121518976' }))], 1, ['differs']],
  ['ko: ISO date', [qualified, page(symbol({ dateNaissance: '1979-03-28' }))], 1, ['differs']],
  ['ko: name re-cased', [qualified, page(symbol({ nomNaissance: 'Zztest-Un' }))], 1, ['differs']],
  ['ko: block left out', [qualified, page(symbol({ oid: undefined }))], 1, ['differs']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

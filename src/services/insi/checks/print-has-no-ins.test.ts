import { expect, it } from 'vitest';
import type { JsonObject } from '../../../domain/json.ts';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './print-has-no-ins.ts';
import { identity, insiCall, judged, printed } from './shared/insi.test-data.ts';

const header = 'IS010000000000000000000000';
const page = (more = '', edit: JsonObject = {}): Preuve =>
  printed({ text: `Nom de naissance : ZZTEST-UN\n${more}`, ...edit });

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: nothing of it', [identity(), page()], 1, []],
  ['ok: another barcode', [identity(), page('', { datamatrix: ['LOT-42'] })], 1, []],
  ['ok: matricule known by INSi only', [insiCall(), identity({ ins: null }), page()], 1, []],
  ['none: qualified', [identity({ statut: 'qualifiee' }), page('279035121518989')], 0, []],
  ['none: no matricule to look for', [identity({ ins: null }), page()], 0, []],
  ['none: page of nobody', [identity(), printed({ text: 'Ordonnance' })], 0, []],
  ['none: text not all read', [identity(), page('', { textComplete: false })], 0, []],
  ['none: a drawing not read', [identity(), page('', { unread: ['vector-drawing'] })], 0, []],
  ['ok: labelled as billing number', [identity(), page('N° de sécurité sociale : 279035121518989')], 1, []],
  ['ko: in clear', [identity(), page('INS 279035121518989 NIR')], 1, ['ins-printed']],
  ['ko: grouped', [identity(), page('INS : 2 79 03 51 215 189 89')], 1, ['ins-printed']],
  ['ko: without key', [identity(), page('INS : 2790351215189')], 1, ['ins-printed']],
  ['ko: OID', [identity(), page('OID 1.2.250.1.213.1.4.10')], 1, ['ins-printed']],
  [
    'ko: seen although not all was read',
    [identity(), page('279035121518989', { textComplete: false })],
    1,
    ['ins-printed'],
  ],
  [
    'ko: datamatrix',
    [identity(), page('', { datamatrix: [`${header}S1279035121518989`] })],
    1,
    ['datamatrix-printed'],
  ],
  [
    'ko: matricule in another symbol',
    [identity(), page('', { datamatrix: ['PAT|279035121518989'] })],
    1,
    ['datamatrix-printed'],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

it('leaves a number labelled as that of billing to a human', () => {
  const preuves = [identity(), page('N° de sécurité sociale : 279035121518989')];
  expect(check.judge({ preuves } as never).review).toBe(true);
  expect(check.judge({ preuves: [identity(), page()] } as never).review).toBe(false);
});

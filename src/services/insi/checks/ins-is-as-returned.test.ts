import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './ins-is-as-returned.ts';
import { identity, insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: as returned', [insiCall(), identity()], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['none: no answer with an identity', [identity()], 0, []],
  ['ko: none stored', [insiCall(), identity({ ins: null })], 1, ['ins-missing']],
  [
    'ko: OID forced',
    [insiCall(), identity({ ins: { matricule: '279035121518989', oid: '1.2.250.1.213.1.4.8' } })],
    1,
    ['oid-differs'],
  ],
  [
    'ko: key dropped',
    [insiCall(), identity({ ins: { matricule: '2790351215189', oid: '1.2.250.1.213.1.4.10' } })],
    1,
    ['matricule-differs'],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

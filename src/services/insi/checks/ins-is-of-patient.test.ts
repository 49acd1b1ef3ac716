import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './ins-is-of-patient.ts';
import { identity, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], string, number, readonly string[]])[] = [
  ['ok: its INS', [identity()], 'nominal', 1, []],
  ['none: not read', [], 'nominal', 0, []],
  ['none: unknown role', [identity()], 'personne', 0, []],
  ['ko: none', [identity({ ins: {} })], 'nominal', 1, ['ins-missing']],
  [
    'ko: without key',
    [identity({ ins: { matricule: '2790351215189', oid: '1.2.250.1.213.1.4.10' } })],
    'nominal',
    1,
    ['ins-differs'],
  ],
  [
    'ko: another OID',
    [identity({ ins: { matricule: '279035121518989', oid: '1.2.250.1.213.1.4.8' } })],
    'nominal',
    1,
    ['ins-differs'],
  ],
];

it.each(cases)('%s', (_label, preuves, role, examined, codes) => {
  expect(judged(check, preuves, { role })).toEqual([examined, codes]);
});

import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { identity, judged } from './shared/insi.test-data.ts';
import { check } from './used-names-are-left-alone.ts';

const having = (traits: Readonly<Record<string, string>>): Preuve => identity({ traits });

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: empty before and after', [having({}), having({ nomUtilise: '' })], 2, []],
  ['ok: typed before, kept', [having({ nomUtilise: 'ZZUSAGE' }), having({ nomUtilise: 'ZZUSAGE' })], 2, []],
  ['none: nothing to examine', [], 0, []],
  ['none: one state only', [having({})], 0, []],
  ['ko: filled', [having({}), having({ nomUtilise: 'ZZTEST' })], 2, ['used-name-filled']],
  [
    'ko: both replaced',
    [
      having({ nomUtilise: 'ZZUSAGE', prenomUtilise: 'ZOE' }),
      having({ nomUtilise: 'ZZTEST', prenomUtilise: 'ANNE' }),
    ],
    2,
    ['used-name-filled', 'used-name-filled'],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

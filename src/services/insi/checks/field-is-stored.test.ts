import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './field-is-stored.ts';
import { identity, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: stored', [identity()], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: cut', [identity({ traits: { nomNaissance: 'ZZTEST' } })], 1, ['field-differs']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, { champ: 'nomNaissance', valeur: 'ZZTEST-UN' })).toEqual([examined, codes]);
});

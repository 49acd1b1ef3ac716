import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './first-given-name-comes-first.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const created: Preuve = {
  id: 'p-0',
  kind: 'pilote/action',
  at: 0,
  raw: {},
  view: {
    action: 'ins.creer',
    input: { traits: { premierPrenom: 'PIERRE-ALAIN' } },
    answer: 'done',
    output: {},
    took: 1,
  },
};

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: the first one first', [created, insiCall()], 1, []],
  ['no creation to compare with', [insiCall()], 0, []],
  ['no call', [created], 0, []],
  ['ko: another one first', [created, insiCall({ traits: { prenoms: ['ALAIN'] } })], 1, ['given-name-order']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

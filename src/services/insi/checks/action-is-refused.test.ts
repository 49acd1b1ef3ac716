import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './action-is-refused.ts';
import { answered, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: refused and told', [answered('ins.creer', { issue: 'refusee', message: 'sexe manquant' })], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['none: another action', [answered('ins.lire', {})], 0, []],
  ['ko: accepted', [answered('ins.creer', { issue: 'reussie' })], 1, ['action-accepted']],
  ['ko: silent', [answered('ins.creer', { issue: 'refusee' })], 1, ['message-missing']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, { action: 'ins.creer' })).toEqual([examined, codes]);
});

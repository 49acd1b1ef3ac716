import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './user-is-warned.ts';
import { answered, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: warned', [answered('ins.recuperer-par-traits', { alerte: true })], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: silent', [answered('ins.recuperer-par-traits', {})], 1, ['no-warning']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, { action: 'ins.recuperer-par-traits' })).toEqual([examined, codes]);
});

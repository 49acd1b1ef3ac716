import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './retries-are-bounded.ts';
import { judged, write } from './shared/fhir.test-data.ts';

const refusedAt = (...times: readonly number[]): readonly Preuve[] =>
  times.map((at) => write({ status: 500, ecrits: [] }, at));

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: once', refusedAt(0), 1, []],
  ['ok: three attempts', refusedAt(0, 500, 1200), 1, []],
  ['ok: spaced out', refusedAt(0, 20_000, 40_000, 60_000, 80_000, 100_000, 120_000), 1, []],
  ['ok: a truncated answer', [write({ faults: ['fhir/reply-truncated'] }), write({}, 5)], 1, []],
  ['none: accepted', [write(), write({}, 5)], 0, []],
  ['none: nothing written', [], 0, []],
  ['ko: seven in a second', refusedAt(0, 100, 200, 300, 400, 500, 600), 1, ['retry-storm']],
  ['ko: after a silence', [write({ status: 0 }), ...refusedAt(1, 2, 3, 4, 5, 6)], 1, ['retry-storm']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

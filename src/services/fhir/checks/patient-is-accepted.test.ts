import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './patient-is-accepted.ts';
import { judged, sent } from './shared/fhir.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: created', [sent()], 1, []],
  ['ok: known already', [sent({ status: 200, responseHeaders: [] })], 1, []],
  ['ok: location without version', [sent({ responseHeaders: [['Location', '/fhir/Patient/1']] })], 1, []],
  ['none: nothing sent', [], 0, []],
  ['ko: nobody', [sent({ issue: 'unreachable', status: 0 })], 1, ['not-answered']],
  ['ko: no answer', [sent({ issue: 'no-answer', status: 0 })], 1, ['not-answered']],
  ['ko: refused', [sent({ status: 422 })], 1, ['not-accepted']],
  ['ko: accepted for later', [sent({ status: 202 })], 1, ['not-accepted']],
  ['ko: no location', [sent({ responseHeaders: [] })], 1, ['location-missing']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

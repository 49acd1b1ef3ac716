import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './repeat-creates-nothing.ts';
import { judged, sent } from './shared/fhir.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: recognised', [sent(), sent({ status: 200 })], 1, []],
  ['none: sent once', [sent()], 0, []],
  ['none: nothing sent', [], 0, []],
  ['none: refused at first', [sent({ status: 422 }), sent({ status: 422 })], 0, []],
  ['none: nobody', [sent({ issue: 'unreachable', status: 0 }), sent()], 0, []],
  ['ko: created again', [sent(), sent({ status: 201 })], 1, ['created-again']],
  ['ko: refused', [sent(), sent({ status: 409 })], 1, ['created-again']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

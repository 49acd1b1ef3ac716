import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './bad-request-is-refused.ts';
import { judged, sent } from './shared/fhir.test-data.ts';

const refused = { status: 400, reponse: 'OperationOutcome', variante: 'json-tronque' };

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: 400', [sent(refused)], 1, []],
  ['ok: 415', [sent({ ...refused, status: 415 })], 1, []],
  ['none: nothing sent', [], 0, []],
  ['ko: accepted', [sent({ ...refused, status: 201 })], 1, ['not-refused']],
  ['ko: internal error', [sent({ ...refused, status: 500 })], 1, ['not-refused']],
  ['ko: hung up', [sent({ ...refused, issue: 'broken', status: 0 })], 1, ['not-answered']],
  ['ko: a page of HTML', [sent({ ...refused, reponse: '' })], 1, ['outcome-missing']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

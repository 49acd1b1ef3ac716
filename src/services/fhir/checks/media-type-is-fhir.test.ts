import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './media-type-is-fhir.ts';
import { judged, write } from './shared/fhir.test-data.ts';

const as = (contentType: string): Preuve => write({ contentType });

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: bare', [as('application/fhir+json')], 1, []],
  ['ok: with charset and version', [as('Application/FHIR+JSON; charset="UTF-8"; fhirVersion=4.0')], 1, []],
  ['none: nothing written', [], 0, []],
  ['ko: generic JSON', [as('application/json')], 1, ['media-type']],
  ['ko: XML', [as('application/fhir+xml')], 1, ['media-type']],
  ['ko: another charset', [as('application/fhir+json; charset=iso-8859-1')], 1, ['media-type']],
  ['ko: none', [as('')], 1, ['media-type']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

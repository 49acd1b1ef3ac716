import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import type { FhirWritten } from '../preuves/views.ts';
import { check } from './retry-creates-no-duplicate.ts';
import { judged, write } from './shared/fhir.test-data.ts';

const wrote = (edit: Partial<FhirWritten>): Preuve =>
  write({ ecrits: [{ id: 'segur-1', version: 1, effet: 'cree', doublons: [], ...edit }] });
const first = wrote({});

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: found again', [first, wrote({ effet: 'deja-present' })], 2, []],
  ['ok: updated', [first, wrote({ effet: 'mis-a-jour', version: 2 })], 2, []],
  ['ok: another patient', [first, wrote({ id: 'segur-2' })], 2, []],
  ['none: sent once', [first], 0, []],
  ['none: refused both times', [write({ ecrits: [] }), write({ ecrits: [] })], 0, []],
  ['ko: created twice', [first, wrote({ id: 'segur-2', doublons: ['segur-1'] })], 2, ['duplicate-created']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

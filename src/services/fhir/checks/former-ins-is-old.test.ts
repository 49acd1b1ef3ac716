import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import type { FhirPatientFacts } from '../preuves/views.ts';
import { check } from './former-ins-is-old.ts';
import { facts, former, ins, judged, noted, write } from './shared/fhir.test-data.ts';

const sent = (...list: FhirPatientFacts['ins']): Preuve => write({ patients: [{ ...facts, ins: list }] });
const active = { ...ins, use: 'official' };

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: old', [sent(active, { ...former, use: 'old' })], 1, []],
  ['ok: left out', [sent(active)], 1, []],
  ['none: no INS', [sent()], 0, []],
  ['none: a patient without history', [sent({ ...ins, matricule: '1', use: 'official' })], 0, []],
  ['ko: second official', [sent(active, { ...former, use: 'official' })], 1, ['former-not-old']],
  ['ko: no use', [sent(active, { ...former, use: '' })], 1, ['former-not-old']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

it('ko: notes a former number that is left out, and decides nothing of it', () => {
  expect(noted(check, [sent(active)], {})).toEqual(['former-missing']);
});

import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './patient-is-emitted.ts';
import { answered, judged, write } from './shared/fhir.test-data.ts';

const done = answered('ins.emettre-fhir', { issue: 'reussie' });
const refused = write({ status: 422, problem: 'code', ecrits: [] });
const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: an update', [done, write()], 1, []],
  ['ok: taken at the second attempt', [done, refused, write()], 1, []],
  ['none: nothing asked', [write()], 0, []],
  ['none: the act was refused', [answered('ins.emettre-fhir', { issue: 'refusee' })], 0, []],
  ['none: no answer', [answered('ins.emettre-fhir', { issue: 'reussie' }, 'timeout')], 0, []],
  ['none: another act', [answered('ins.creer', { issue: 'reussie' })], 0, []],
  ['none: refused by the server', [answered('ins.emettre-fhir', { issue: 'erreur' }), refused], 0, []],
  ['ko: failed without a call', [answered('ins.emettre-fhir', { issue: 'erreur' })], 1, ['patient-missing']],
  ['ko: silence', [done], 1, ['patient-missing']],
  ['ko: refused', [done, refused], 1, ['patient-refused']],
  ['ko: no Patient in it', [done, write({ patients: [] })], 1, ['patient-refused']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, { action: 'ins.emettre-fhir' })).toEqual([examined, codes]);
});

import { expect, it } from 'vitest';
import type { JsonObject } from '../../../domain/json.ts';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './patient-agrees-with-identity.ts';
import { answered, facts, judged, write } from './shared/fhir.test-data.ts';

const { nomNaissance, premierPrenom, prenoms, sexe, dateNaissance, lieuNaissance } = facts;
const traits = { nomNaissance, premierPrenom, prenoms, sexe, dateNaissance, lieuNaissance };
const shown = (edit: JsonObject = {}): Preuve =>
  answered('ins.lire', { trouvee: true, identite: { id: '1', traits: { ...traits, ...edit } } });

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: the same', [write(), shown()], 1, []],
  ['ok: a trait that the identity does not show', [write(), shown({ prenoms: '' })], 1, []],
  ['none: nothing read', [write()], 0, []],
  ['none: nothing written', [shown()], 0, []],
  ['none: no Patient in it', [write({ patients: [] }), shown()], 0, []],
  ['none: no identity', [write(), answered('ins.lire', { trouvee: false })], 0, []],
  ['ko: another name', [write(), shown({ nomNaissance: 'ZZAUTRE' })], 1, ['trait-differs']],
  ['ko: no birth list', [write({ patients: [{ ...facts, prenoms: '' }] }), shown()], 1, ['trait-differs']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});

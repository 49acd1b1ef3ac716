import { expect, it } from 'vitest';
import type { Json } from '../../../domain/json.ts';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './error-is-told.ts';
import { answered, judged, write } from './shared/fhir.test-data.ts';

const outcome = (members: object): Json => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', ...members }],
});
const refused = write({ status: 422, responseJson: outcome({ details: { text: 'Règle 7' } }), ecrits: [] });
const lost = write({ status: 0 });
const said = (message?: string, issue = 'erreur'): Preuve =>
  answered('ins.emettre-fhir', { issue, ...(message === undefined ? {} : { message }) });

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: with the words of the server', [refused, said('Refus : Règle 7')], 1, []],
  [
    'ok: diagnostics when there is no text',
    [write({ status: 422, responseJson: outcome({ diagnostics: 'D1' }) }), said('D1')],
    1,
    [],
  ],
  ['ok: the server said nothing', [lost, said('Pas de réponse')], 1, []],
  ['ok: an outcome without words', [write({ status: 500, responseJson: outcome({}) }), said('Échec')], 1, []],
  ['none: nothing written', [said('x')], 0, []],
  ['none: nothing asked', [refused], 0, []],
  ['ko: success', [refused, said(undefined, 'reussie')], 1, ['success-claimed']],
  ['ko: success though nothing came back', [lost, said(undefined, 'reussie')], 1, ['success-claimed']],
  ['ko: silence', [refused, said()], 1, ['message-missing']],
  ['ko: other words', [refused, said('Erreur 422')], 1, ['outcome-not-shown']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, { action: 'ins.emettre-fhir' })).toEqual([examined, codes]);
});

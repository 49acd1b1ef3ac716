import { expect, it } from 'vitest';
import type { JsonObject } from '../../../domain/json.ts';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './exchange-is-traced.ts';
import { answered, judged, write } from './shared/fhir.test-data.ts';

const act = { ...answered('ins.emettre-fhir', { issue: 'reussie' }) };
const sent: Preuve = { ...act, view: { ...act.view, input: { id: 'ipp-1' } } };
const trace = { nature: 'echange', identite: 'ipp-1', date: '2026-01-01', destinataire: 'SERVEUR' };
const exported = (...traces: readonly JsonObject[]): Preuve => answered('ins.exporter-traces', { traces });
const refused = write({
  status: 422,
  responseJson: { resourceType: 'OperationOutcome', issue: [{ diagnostics: 'Règle 7' }] },
});

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: accepted', [sent, write(), exported(trace)], 1, []],
  ['ok: refused, and told', [sent, refused, exported({ ...trace, resultat: 'refus : Règle 7' })], 1, []],
  ['none: no journal', [sent, write()], 0, []],
  ['none: nothing written', [sent, exported(trace)], 0, []],
  ['none: nothing asked', [write(), exported(trace)], 0, []],
  ['ko: empty journal', [sent, write(), exported()], 1, ['exchange-not-traced']],
  ['ko: no list', [sent, write(), answered('ins.exporter-traces', {})], 1, ['exchange-not-traced']],
  [
    'ko: another identity',
    [sent, write(), exported({ ...trace, identite: '2' })],
    1,
    ['exchange-not-traced'],
  ],
  [
    'ko: another kind',
    [sent, write(), exported({ ...trace, nature: 'acces-ins' })],
    1,
    ['exchange-not-traced'],
  ],
  [
    'ko: no recipient',
    [sent, write(), exported({ ...trace, destinataire: '' })],
    1,
    ['recipient-not-traced'],
  ],
  [
    'ko: refused, untold',
    [sent, refused, exported({ ...trace, resultat: 'accepté' })],
    1,
    ['refusal-not-traced'],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, { action: 'ins.emettre-fhir' })).toEqual([examined, codes]);
});

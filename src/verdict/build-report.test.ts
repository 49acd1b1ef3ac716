import { expect, it } from 'vitest';
import {
  check,
  ended,
  parts,
  planned,
  row,
  scenario,
  sealedRun,
  seen,
  type RunDraft,
} from '../../tests/builders/build-sealed-run.ts';
import { buildReport } from './build-report.ts';

const one: RunDraft = {
  exigences: [planned('X'), planned('Y', { chapitre: 'INS' })],
  scenarios: [scenario([row(['X.01.01'], { check: 'test/finds' }), row(['Y.01.01'])])],
  recorded: [seen(), ended()],
};

it('gives the same value for the same sealed run', () => {
  const text = (): string => JSON.stringify(buildReport(sealedRun(one), parts()));
  expect(text()).toBe(text());
});

it('says which exigence decided, and why', () => {
  const { verdict, chapitres } = buildReport(sealedRun(one), parts());
  expect(verdict.value).toBe('NON_REFERENCABLE');
  expect(verdict.reasons).toHaveLength(1);
  expect(verdict.reasons[0]?.fr).toMatch(/^X Exigence X : Contrôle en échec.*Attendu eidas1, reçu eidas2$/);
  expect(chapitres.map(({ id, verdict: value }) => [id, value])).toEqual([
    ['PSC', 'bloque'],
    ['INS', 'validable'],
  ]);
});

it('counts rows and exigences by what they came to', () => {
  expect(buildReport(sealedRun(one), parts()).counts).toEqual({
    rows: { fail: 1, pass: 1 },
    exigences: { conforme: 1, 'non-conforme': 1 },
    preuves: 2,
  });
});

it('tells a failure proven beside an error of the bench, and withholds the conclusion', () => {
  const run = sealedRun({
    ...one,
    scenarios: [
      scenario([row(['X.01.01'], { check: 'test/finds' }), row(['Y.01.01'], { check: 'test/throws' })]),
    ],
  });
  const { verdict } = buildReport(run, parts());
  expect(verdict.value).toBe('INDETERMINE');
  expect(verdict.reasons.map(({ fr }) => fr.split(' ')[0])).toEqual(['X', 'Y']);
});

it.each(['interrupted', 'crashed'] as const)('says first that the run was %s', (end) => {
  const { verdict, run } = buildReport(sealedRun({ ...one, end }), parts());
  expect(run.end).toBe(end);
  expect(verdict.reasons[0]?.en).toContain('interrupted before its end');
});

it('lists traffic of no scenario, and not the bench’s own records', () => {
  const run = sealedRun({
    ...one,
    recorded: [
      seen(),
      ended(),
      { kind: 'test/stray' },
      { kind: 'pilote/probe', view: { action: 'a', input: {}, answer: 'done', output: {}, took: 1 } },
    ],
  });
  expect(buildReport(run, parts()).unexpected).toEqual(['p-000003']);
});

it('masks tokens in findings, excerpts and summaries', () => {
  const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
  const leaky = check({
    examined: 1,
    findings: [{ code: 'not-so', expected: 'none', actual: jwt, values: { other: jwt } }],
  });
  const run = sealedRun({
    ...one,
    scenarios: [scenario([row(['X.01.01'], { check: 'test/leaky' })])],
    recorded: [
      seen({
        view: { method: 'GET', path: `/cb?code=abc-secret&t=${jwt}`, status: 200 },
        raw: { request: `GET /cb?code=abc-secret HTTP/1.1\r\nAuthorization: Bearer ${jwt}` },
      }),
      ended(),
    ],
  });
  const text = JSON.stringify(buildReport(run, parts({ 'test/leaky': leaky })));
  expect(text).toContain('«jeton»');
  expect(text).not.toContain(jwt);
  expect(text).not.toContain('abc-secret');
});

it('cuts an excerpt, never the hash of the whole', () => {
  const run = sealedRun({ ...one, recorded: [seen({ raw: { request: 'é'.repeat(9000) } }), ended()] });
  const [preuve] = buildReport(run, parts()).preuves;
  expect(preuve?.request?.length).toBeLessThan(4100);
  expect(preuve?.request?.endsWith('…')).toBe(true);
  expect(preuve?.blobs['request']).toMatch(/^[0-9a-f]{64}$/);
});

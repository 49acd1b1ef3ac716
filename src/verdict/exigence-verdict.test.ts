import { describe, expect, it } from 'vitest';
import type { Exclusion, Exigence, PlannedRow, PreuveAttendue } from '../domain/plan.ts';
import {
  attendue,
  check,
  ended,
  exigence,
  parts,
  remScenario,
  row,
  scenario,
  sealedRun,
  seen,
  type Recorded,
} from '../../tests/builders/build-sealed-run.ts';
import {
  attested,
  expectVerdicts,
  proving,
  verdictOf,
  type ExigenceCase,
} from '../../tests/builders/exigence-cases.ts';
import { gatherEvidence } from './evidence.ts';
import { exigenceVerdict } from './exigence-verdict.ts';
import { judge } from './judge.ts';

const { ok, failing, throwing, silent, warning, asking } = proving;

describe('R6, R7, R11: from rows to the exigence', () => {
  expectVerdicts([
    { name: 'a row that passes', rows: [ok], verdict: 'conforme' },
    {
      name: 'ids are compared without the SC. prefix',
      rows: [row(['SC.X.01.01'])],
      verdict: 'conforme',
    },
    { name: 'a row that fails', rows: [failing], verdict: 'non-conforme', reason: 'Contrôle d’essai' },
    { name: 'one of two rows fails', rows: [ok, failing], verdict: 'non-conforme' },
    { name: 'a row that threw', rows: [throwing], verdict: 'indetermine', reason: 'unexpected shape' },
    {
      name: 'a failure is listed even beside a row that threw',
      rows: [throwing, failing],
      verdict: 'non-conforme',
    },
    {
      name: 'an error of a row that cannot decide',
      rows: [ok, row(['X.01.01'], { check: 'test/throws', gravite: 'avertissement' })],
      verdict: 'conforme',
    },
    { name: 'no row at all', verdict: 'incomplet', reason: 'Aucun scénario' },
    { name: 'a row that was not exercised', rows: [silent], verdict: 'incomplet' },
    { name: 'a row that passes, one not exercised', rows: [ok, silent], verdict: 'incomplet' },
    {
      name: 'a blocking row passes, an unexercised one could only warn',
      rows: [ok, row(['X.01.01'], { check: 'test/sees-nothing', gravite: 'avertissement' })],
      verdict: 'conforme',
    },
    { name: 'a warning decides nothing', rows: [ok, warning], verdict: 'conforme' },
    { name: 'a row that asks for a human', rows: [ok, asking], verdict: 'a-verifier' },
    {
      name: 'a human decided on what the row showed',
      rows: [asking],
      plan: attested('conforme'),
      verdict: 'conforme',
    },
    {
      name: 'a human refused what the rows accept',
      rows: [ok],
      plan: attested('non-conforme'),
      verdict: 'non-conforme',
      reason: 'M. Essai',
    },
    {
      name: 'a declaration does not erase a failure',
      rows: [failing],
      plan: attested('conforme'),
      verdict: 'non-conforme',
    },
    {
      name: 'a declaration does not replace an automatic preuve',
      rows: [silent],
      plan: attested('conforme'),
      verdict: 'a-verifier',
      reason: 'vérificateur',
    },
    {
      name: 'a bench row does not count for the exigence',
      rows: [row(['HX-01'], { check: 'test/finds' }), ok],
      verdict: 'conforme',
    },
  ]);
});

describe('the worst preuve and the worst scenario decide', () => {
  const two = (second: Partial<PreuveAttendue> = {}): Partial<Exigence> => ({
    scenarios: [
      remScenario('X.01', [attendue('X.01.01')]),
      remScenario('X.02', [attendue('X.02.01', second)]),
    ],
  });
  expectVerdicts([
    { name: 'both conform', exigence: two(), rows: [ok, row(['X.02.01'])], verdict: 'conforme' },
    { name: 'one missing', exigence: two(), rows: [ok], verdict: 'incomplet' },
    {
      name: 'one fails, one missing',
      exigence: two(),
      rows: [row(['X.02.01'], { check: 'test/finds' })],
      verdict: 'non-conforme',
    },
    {
      name: 'one missing, one to verify',
      exigence: two({ automation: 'atteste' }),
      plan: attested('a-verifier', 'X.02.01'),
      verdict: 'incomplet',
    },
    {
      name: 'one conform, one to verify',
      exigence: two({ automation: 'atteste' }),
      rows: [ok],
      plan: attested('a-verifier', 'X.02.01'),
      verdict: 'a-verifier',
    },
    {
      name: 'no scenario is never conforming by vacuity',
      exigence: { scenarios: [] },
      verdict: 'incomplet',
      reason: 'aucun',
    },
  ]);
});

describe('alternatives: one option suffices', () => {
  const options = (...ids: readonly string[]): Partial<Exigence> => ({
    scenarios: ids.map((id) =>
      remScenario(`X.${id}`, [attendue(`X.${id}.01`)], { alternative: 'mode', option: id }),
    ),
  });
  const shared: Partial<Exigence> = {
    scenarios: ['01', '02', '03'].map((id) =>
      remScenario(`X.${id}`, [attendue(`X.${id}.01`)], {
        alternative: 'mode',
        option: id === '03' ? 'ciba' : 'web',
      }),
    ),
  };
  const second = row(['X.02.01']);
  const secondFails = row(['X.02.01'], { check: 'test/finds' });
  expectVerdicts([
    { name: 'one conforms, one not tried', exigence: options('01', '02'), rows: [ok], verdict: 'conforme' },
    {
      name: 'one fails, one conforms: what is offered and wrong counts',
      exigence: options('01', '02'),
      rows: [ok, secondFails],
      verdict: 'non-conforme',
    },
    {
      name: 'the one tried fails, the other was not tried',
      exigence: options('01', '02'),
      rows: [secondFails],
      verdict: 'non-conforme',
    },
    {
      name: 'the one tried fails, the other stayed silent',
      exigence: options('01', '02'),
      rows: [silent, secondFails],
      verdict: 'non-conforme',
    },
    { name: 'none tried', exigence: options('01', '02'), verdict: 'incomplet' },
    {
      name: 'two scenarios of one option must both conform',
      exigence: shared,
      rows: [ok],
      verdict: 'incomplet',
    },
    {
      name: 'two scenarios of one option conform, the other option not tried',
      exigence: shared,
      rows: [ok, second],
      verdict: 'conforme',
    },
    {
      name: 'an alternative does not replace a scenario outside the group',
      exigence: {
        scenarios: [...(options('01', '02').scenarios ?? []), remScenario('X.09', [attendue('X.09.01')])],
      },
      rows: [ok],
      verdict: 'incomplet',
    },
  ]);
  it('leaves an option that was not tried out, and keeps one that failed', () => {
    const values = (...rows: readonly PlannedRow[]): readonly string[] =>
      verdictOf({ exigence: options('01', '02'), rows }).preuves.map((one) => one.value);
    expect(values(ok)).toEqual(['conforme', 'sans-objet']);
    expect(values(ok, secondFails)).toEqual(['conforme', 'non-conforme']);
  });
});

describe('R1: nature', () => {
  const optional = { nature: 'preconisee' } as const;
  expectVerdicts([
    { name: 'a préconisation followed', exigence: optional, rows: [ok], verdict: 'conforme' },
    {
      name: 'a préconisation not followed',
      exigence: optional,
      rows: [failing],
      verdict: 'preconisation-non-suivie',
    },
    { name: 'a préconisation not exercised', exigence: optional, verdict: 'incomplet' },
  ]);
});

describe('R1: a NE DOIT PAS needs a stimulus', () => {
  const negative = { negative: true };
  const alive = (answer: 'done' | 'timeout' = 'done', kind = 'pilote/probe'): Recorded => ({
    kind,
    view: { action: 'test.etat', input: {}, answer, output: {}, took: 1 },
    scenario: 'test/essai',
    step: 'faire',
  });
  expectVerdicts([
    {
      name: 'silence of a software that nobody asked anything',
      exigence: negative,
      rows: [ok],
      verdict: 'incomplet',
      reason: 'ne prouve',
    },
    {
      name: 'a probe that got no answer',
      exigence: negative,
      rows: [ok],
      recorded: [seen(), alive('timeout'), ended()],
      verdict: 'incomplet',
    },
    {
      name: 'a probe that was answered',
      exigence: negative,
      rows: [ok],
      recorded: [seen(), alive(), ended()],
      verdict: 'conforme',
    },
    {
      name: 'an action that was answered',
      exigence: negative,
      rows: [ok],
      recorded: [seen(), alive('done', 'pilote/action'), ended()],
      verdict: 'conforme',
    },
    {
      name: 'what must not come came',
      exigence: negative,
      rows: [failing],
      verdict: 'non-conforme',
    },
  ]);
});

describe('R2, R3, R4, R5, R12: what does not count', () => {
  const text = { fr: 'Profil non déclaré', en: 'Profile not declared' };
  const codes: readonly Exclusion['code'][] = [
    'profil-non-declare',
    'condition-fausse',
    'non-applicable-declare',
    'obsolete',
    'hors-vague',
  ];
  expectVerdicts([
    ...codes.map((code): ExigenceCase => ({
      name: `${code}, with its reason`,
      excluded: { code, text },
      verdict: 'non-applicable',
      reason: 'Profil non déclaré',
    })),
    {
      name: 'a condition answered false, though the software did it (R4)',
      excluded: { code: 'condition-fausse', text },
      rows: [ok],
      verdict: 'non-conforme',
      reason: 'contredit',
    },
    {
      name: 'declared non applicable, though the software did it (R4)',
      excluded: { code: 'non-applicable-declare', text },
      rows: [failing],
      verdict: 'non-conforme',
      reason: 'contredit',
    },
    {
      name: 'a profil not declared, though its own row was exercised: a human decides (R4)',
      excluded: { code: 'profil-non-declare', text },
      rows: [ok],
      verdict: 'a-verifier',
      reason: 'contredi',
    },
    {
      name: 'declared non applicable, the row saw nothing',
      excluded: { code: 'non-applicable-declare', text },
      rows: [silent],
      verdict: 'non-applicable',
    },
    {
      name: 'declared non applicable, the row also proves what applies',
      excluded: { code: 'non-applicable-declare', text },
      rows: [row(['X.01.01', 'Y.01.01'])],
      verdict: 'non-applicable',
    },
    {
      name: 'obsolete is ignored whatever was seen (R12)',
      excluded: { code: 'obsolete', text },
      rows: [failing],
      verdict: 'non-applicable',
    },
  ]);
  it('counts an unanswered condition as true, and says so (R3)', () => {
    const judged = verdictOf({ unanswered: true, rows: [ok] });
    expect(judged.verdict).toBe('conforme');
    expect(judged.reasons.map((reason) => reason.fr).join()).toContain('Condition sans réponse');
  });
});

it('judges with the checks it is given', () => {
  const run = sealedRun({
    exigences: [{ exigence: exigence('X') }],
    scenarios: [scenario([ok])],
    recorded: [seen(), ended()],
  });
  const strict = parts({ 'test/finds-nothing': check({ examined: 1, findings: [{ code: 'odd' }] }) });
  const judged = exigenceVerdict({ exigence: exigence('X') }, gatherEvidence(run, judge(run, strict)));
  expect(judged.verdict).toBe('non-conforme');
});

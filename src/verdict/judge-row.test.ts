import { describe, expect, it } from 'vitest';
import type { PlannedRow, PlannedScenario } from '../domain/plan.ts';
import {
  check,
  ended,
  parts,
  row,
  scenario,
  sealedRun,
  seen,
  type Recorded,
} from '../../tests/builders/build-sealed-run.ts';
import { judge } from './judge.ts';
import type { JudgedRow } from './judgement.ts';

interface Case {
  readonly name: string;
  readonly row?: Partial<PlannedRow>;
  readonly scenario?: Partial<PlannedScenario>;
  readonly recorded?: readonly Recorded[];
  readonly outcome: JudgedRow['outcome'];
  readonly reason?: string;
}

function judgedRow(one: Omit<Case, 'name' | 'outcome'>): JudgedRow {
  const run = sealedRun({
    scenarios: [scenario([row(['X.01.01'], one.row)], one.scenario)],
    recorded: one.recorded ?? [seen(), ended()],
  });
  const [first] = judge(run, parts());
  if (first === undefined) throw new Error('no row judged');
  return first;
}

const faulty = { faults: ['test/wrong'], control: ['test/temoin#agir'] } as const;
const delivered = (fault: string, step = 'faire'): Recorded => ({
  kind: 'fault/delivered',
  view: { fault, target: 'test/reply' },
  scenario: 'test/essai',
  step,
});
const controlEnd = (outcome: 'done' | 'timeout' = 'done'): Recorded =>
  ended({ scenario: 'test/temoin', step: 'agir', outcome });
const controlAnswer = (output: object, kind = 'pilote/action'): Recorded => ({
  kind,
  view: { action: 'test.faire', input: {}, answer: 'done', output, took: 1 },
  scenario: 'test/temoin',
  step: 'agir',
});
const withFault = [seen(), delivered('test/wrong'), ended()];

describe('outcome of a row', () => {
  const cases: readonly Case[] = [
    { name: 'nothing found on what was examined', outcome: 'pass' },
    { name: 'a finding of a blocking row', row: { check: 'test/finds' }, outcome: 'fail' },
    {
      name: 'a finding of a warning row',
      row: { check: 'test/finds', gravite: 'avertissement' },
      outcome: 'warn',
    },
    { name: 'a finding of a review row', row: { check: 'test/finds', gravite: 'revue' }, outcome: 'review' },
    {
      name: 'a finding of an information row',
      row: { check: 'test/finds', gravite: 'information' },
      outcome: 'pass',
    },
    {
      name: 'sauf lowers the gravité of a code',
      row: { check: 'test/finds', sauf: { 'not-so': 'avertissement' } },
      outcome: 'warn',
    },
    {
      name: 'sauf raises the gravité of a code',
      row: { check: 'test/finds', gravite: 'information', sauf: { 'not-so': 'bloquante' } },
      outcome: 'fail',
    },
    {
      name: 'sauf for another code changes nothing',
      row: { check: 'test/finds', sauf: { odd: 'information' } },
      outcome: 'fail',
    },
    { name: 'a check that asks for a human', row: { check: 'test/asks' }, outcome: 'review' },
    {
      name: 'a check that throws',
      row: { check: 'test/throws' },
      outcome: 'error',
      reason: 'test/throws: unexpected shape',
    },
    { name: 'a check that examined nothing', row: { check: 'test/sees-nothing' }, outcome: 'unexercised' },
    {
      name: 'no preuve of the kinds asked for',
      recorded: [seen({ kind: 'test/other' }), ended()],
      outcome: 'unexercised',
      reason: 'test/seen',
    },
    {
      name: 'a preuve of another step',
      recorded: [seen({ step: 'autre' }), ended()],
      outcome: 'unexercised',
    },
    {
      name: 'a preuve of another scenario',
      recorded: [seen({ scenario: 'test/voisin' }), ended()],
      outcome: 'unexercised',
    },
    {
      name: 'a preuve of another scenario, with scope run',
      row: { on: { kinds: ['test/seen'], steps: ['faire'], scope: 'run' } },
      recorded: [seen({ scenario: 'test/voisin' }), ended()],
      outcome: 'pass',
    },
    { name: 'a step that never took place', recorded: [seen()], outcome: 'unexercised', reason: 'faire' },
  ];
  it.each(cases)('$name -> $outcome', (one) => {
    const judged = judgedRow(one);
    expect(judged.outcome).toBe(one.outcome);
    if (one.reason !== undefined) expect(judged.reason?.fr).toContain(one.reason);
    if (['unexercised', 'error'].includes(one.outcome)) expect(judged.reason).toBeDefined();
  });
});

describe('a finding too light to block hides nothing', () => {
  const light = { check: 'test/finds', sauf: { 'not-so': 'information' } } as const;
  const lowered = { check: 'test/finds', sauf: { 'not-so': 'avertissement' } } as const;
  const cases: readonly Case[] = [
    { name: 'only for information', row: light, outcome: 'pass' },
    {
      name: 'only for information, and the step timed out',
      row: light,
      recorded: [seen(), ended({ outcome: 'timeout' })],
      outcome: 'fail',
      reason: 'faire',
    },
    {
      name: 'a warning, and the step of a blocking row timed out',
      row: lowered,
      recorded: [seen(), ended({ outcome: 'timeout' })],
      outcome: 'fail',
      reason: 'faire',
    },
    {
      name: 'a warning of a warning row, and the step timed out',
      row: { check: 'test/finds', gravite: 'avertissement' },
      recorded: [seen(), ended({ outcome: 'timeout' })],
      outcome: 'warn',
    },
    {
      name: 'only for information, nothing examined',
      row: { ...light, check: 'test/finds-unseen' },
      outcome: 'unexercised',
      reason: 'fait à juger',
    },
    {
      name: 'a warning of a blocking row, nothing examined',
      row: { ...lowered, check: 'test/finds-unseen' },
      outcome: 'unexercised',
    },
    {
      name: 'a warning of a warning row, nothing examined',
      row: { check: 'test/finds-unseen', gravite: 'avertissement' },
      outcome: 'warn',
    },
    {
      name: 'a blocking finding, nothing else examined',
      row: { check: 'test/finds-unseen' },
      outcome: 'fail',
    },
    {
      name: 'a warning, and a human is asked',
      row: { ...lowered, check: 'test/finds-and-asks' },
      outcome: 'review',
    },
    {
      name: 'a blocking finding, and a human is asked',
      row: { check: 'test/finds-and-asks' },
      outcome: 'fail',
    },
  ];
  it.each(cases)('$name -> $outcome', (one) => {
    const judged = judgedRow(one);
    expect(judged.outcome).toBe(one.outcome);
    expect(judged.findings).toHaveLength(1);
    if (one.reason !== undefined) expect(judged.reason?.fr).toContain(one.reason);
  });
});

describe('how the step ended', () => {
  const cases: readonly Case[] = [
    ...(['unsupported', 'skipped', 'aborted', 'broken'] as const).map((outcome): Case => ({
      name: outcome,
      recorded: [seen(), ended({ outcome, reason: 'because' })],
      outcome: 'unexercised',
      reason: 'because',
    })),
    {
      name: 'broken by the bench itself',
      recorded: [seen(), ended({ outcome: 'broken', bench: true, reason: 'no service' })],
      outcome: 'error',
      reason: 'no service',
    },
    {
      name: 'a time-out without any traffic, blocking row',
      recorded: [ended({ outcome: 'timeout' })],
      outcome: 'fail',
      reason: 'faire',
    },
    {
      name: 'a time-out without any traffic, warning row',
      row: { gravite: 'avertissement' },
      recorded: [ended({ outcome: 'timeout' })],
      outcome: 'warn',
    },
    {
      name: 'a time-out without any traffic, review row',
      row: { gravite: 'revue' },
      recorded: [ended({ outcome: 'timeout' })],
      outcome: 'review',
    },
    {
      name: 'a time-out without any traffic, information row',
      row: { gravite: 'information' },
      recorded: [ended({ outcome: 'timeout' })],
      outcome: 'unexercised',
    },
    {
      name: 'a time-out after some traffic never passes',
      recorded: [seen(), ended({ outcome: 'timeout' })],
      outcome: 'fail',
    },
    {
      name: 'an optional step that the software does not know, row on every step',
      row: { on: { kinds: ['test/seen'] } },
      scenario: {
        steps: [
          { id: 'faire', drive: 'test.faire' },
          { id: 'bonus', drive: 'test.bonus', optional: true },
        ],
      },
      recorded: [seen(), ended(), ended({ step: 'bonus', outcome: 'unsupported' })],
      outcome: 'pass',
    },
    {
      name: 'an optional step that the row names',
      row: { on: { kinds: ['test/seen'], steps: ['faire', 'bonus'] } },
      scenario: {
        steps: [
          { id: 'faire', drive: 'test.faire' },
          { id: 'bonus', drive: 'test.bonus', optional: true },
        ],
      },
      recorded: [seen(), ended(), ended({ step: 'bonus', outcome: 'unsupported' })],
      outcome: 'unexercised',
    },
  ];
  it.each(cases)('$name -> $outcome', (one) => {
    const judged = judgedRow(one);
    expect(judged.outcome).toBe(one.outcome);
    if (one.reason !== undefined) expect(judged.reason?.fr).toContain(one.reason);
  });
});

describe('a row on a step with a fault', () => {
  const cases: readonly Case[] = [
    {
      name: 'delivered, control done',
      row: faulty,
      recorded: [controlEnd(), ...withFault],
      outcome: 'pass',
    },
    {
      name: 'delivered, control succeeded by its answer',
      row: faulty,
      recorded: [controlAnswer({ issue: 'reussie' }), controlEnd(), ...withFault],
      outcome: 'pass',
    },
    {
      name: 'not delivered',
      row: faulty,
      recorded: [controlEnd(), seen(), ended()],
      outcome: 'unexercised',
      reason: 'test/wrong',
    },
    {
      name: 'another fault delivered',
      row: faulty,
      recorded: [controlEnd(), seen(), delivered('test/rotated'), ended()],
      outcome: 'unexercised',
    },
    {
      name: 'delivered in another step',
      row: faulty,
      recorded: [controlEnd(), seen(), delivered('test/wrong', 'autre'), ended()],
      outcome: 'unexercised',
    },
    {
      name: 'one of two faults delivered',
      row: { ...faulty, faults: ['test/wrong', 'test/rotated'] },
      recorded: [controlEnd(), ...withFault],
      outcome: 'unexercised',
      reason: 'test/rotated',
    },
    { name: 'control never played', row: faulty, recorded: withFault, outcome: 'unexercised' },
    {
      name: 'control timed out',
      row: faulty,
      recorded: [controlEnd('timeout'), ...withFault],
      outcome: 'unexercised',
      reason: 'test/temoin#agir',
    },
    {
      name: 'control answered that it failed',
      row: faulty,
      recorded: [controlAnswer({ issue: 'refusee' }), controlEnd(), ...withFault],
      outcome: 'unexercised',
    },
    {
      name: 'control probe not connected',
      row: faulty,
      recorded: [controlAnswer({ connecte: false }, 'pilote/probe'), controlEnd(), ...withFault],
      outcome: 'unexercised',
    },
    {
      name: 'no control at all',
      row: { ...faulty, control: [] },
      recorded: withFault,
      outcome: 'unexercised',
    },
    {
      name: 'a legitimate fault needs no control',
      row: { faults: ['test/rotated'] },
      recorded: [seen(), delivered('test/rotated'), ended()],
      outcome: 'pass',
    },
    {
      name: 'a legitimate fault must be delivered',
      row: { faults: ['test/rotated'] },
      recorded: [seen(), ended()],
      outcome: 'unexercised',
    },
    {
      name: 'a finding without control proves nothing',
      row: { ...faulty, check: 'test/finds' },
      recorded: withFault,
      outcome: 'unexercised',
    },
    {
      name: 'under a fault the software may wait for ever',
      row: faulty,
      recorded: [controlEnd(), seen(), delivered('test/wrong'), ended({ outcome: 'timeout' })],
      outcome: 'pass',
    },
  ];
  it.each(cases)('$name -> $outcome', (one) => {
    const judged = judgedRow(one);
    expect(judged.outcome).toBe(one.outcome);
    if (one.reason !== undefined) expect(judged.reason?.fr).toContain(one.reason);
  });
});

it('draws no judgement at all with a check or a fault that the bench does not have (R12)', () => {
  expect(() => judgedRow({ row: { check: 'test/unheard-of' } })).toThrow('test/unheard-of');
  const recorded = [controlEnd(), seen(), delivered('test/unheard-of'), ended()];
  expect(() => judgedRow({ row: { ...faulty, faults: ['test/unheard-of'] }, recorded })).toThrow(
    'test/unheard-of',
  );
});

it('gives the check its preuves, those of the control, the options of the row and the facts of the run', () => {
  const run = sealedRun({
    scenarios: [scenario([row(['X'], { ...faulty, options: { min: 2 } })])],
    recorded: [
      seen({ scenario: 'test/temoin', step: 'agir', view: { n: 1 } }),
      controlEnd(),
      seen({ view: { n: 2 }, raw: { request: 'GET /' } }),
      seen({ kind: 'test/other' }),
      delivered('test/wrong'),
      ended(),
    ],
  });
  const looks = check((input) => {
    expect(input.preuves.map((preuve) => preuve.view)).toEqual([{ n: 2 }]);
    expect(input.control.map((preuve) => preuve.view)).toEqual([{ n: 1 }]);
    expect(input.options).toEqual({ min: 2 });
    expect(input.facts.solution).toMatchObject({ nom: 'MonLGC' });
    const ref = input.preuves[0]?.raw['request'];
    expect(ref && Buffer.from(input.bytes(ref)).toString()).toBe('GET /');
    return { examined: 1, findings: [] };
  });
  expect(judge(run, parts({ 'test/finds-nothing': looks }))[0]).toMatchObject({
    outcome: 'pass',
    examined: 1,
  });
});

import type { Bilingual } from '../domain/bilingual.ts';
import type { RunFacts } from '../domain/check.ts';
import type { Gravite, Outcome } from '../domain/outcome.ts';
import type { PlannedRow, PlannedScenario } from '../domain/plan.ts';
import type { FaultDeliveredView, PiloteView, Preuve, StepEndView } from '../domain/preuve.ts';
import type { SealedRun } from '../domain/sealed-run.ts';
import type { GradedFinding, JudgedRow, Parts } from './judgement.ts';
import { reasons } from './reasons.ts';

interface Blocked {
  readonly outcome: Outcome;
  readonly reason: Bilingual;
}

/**
 * Judges one row on the sealed preuves. Nothing passes by silence: a step not played, a fault not attested, a control
 * that failed, an empty selection or a check that examined nothing is `unexercised`; a time-out is a failure; a check
 * that throws is `error`.
 */
export function judgeRow(
  run: SealedRun,
  scenario: PlannedScenario,
  row: PlannedRow,
  parts: Parts,
  facts: RunFacts,
): JudgedRow {
  const check = parts.check(row.check);
  const steps = row.on.steps ?? playedSteps(run, scenario);
  const own = run.preuves.filter(
    (preuve) => preuve.scenario === scenario.id && steps.includes(preuve.step ?? ''),
  );
  const pool = row.on.scope === 'run' ? run.preuves : own;
  const preuves = pool.filter((preuve) => row.on.kinds.includes(preuve.kind));
  const base = {
    row,
    scenario,
    check,
    examined: 0,
    findings: [],
    notes: [],
    preuves,
    alive: own.some(answered),
  };
  const blocked =
    before(run, scenario, row, steps, own, parts) ??
    (preuves.length === 0 ? nothingCame(row, own, steps) : undefined);
  if (blocked !== undefined) return { ...base, ...blocked };
  let result: ReturnType<typeof check.judge>;
  try {
    result = check.judge({
      preuves,
      control: controlPreuves(run, row),
      options: row.options,
      facts,
      bytes: run.bytes,
    });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { ...base, outcome: 'error', reason: reasons.benchBroke(`${row.check}: ${text}`) };
  }
  const findings = result.findings.map((finding): GradedFinding => ({
    finding,
    gravite: row.sauf[finding.code] ?? row.gravite,
  }));
  const judged = { ...base, examined: result.examined, findings, notes: result.notes ?? [] };
  return { ...judged, ...weighed(judged, lateStep(own, steps, row), result.review === true) };
}

/** The worst of what was found, of a time-out, of having seen nothing, and of a human being needed. */
function weighed(
  { row, findings, examined }: Pick<JudgedRow, 'row' | 'findings' | 'examined'>,
  late: string | undefined,
  review: boolean,
): Pick<JudgedRow, 'outcome' | 'reason'> {
  const found = outcomeOf(findings);
  const blind = examined === 0 && (found === 'pass' || row.gravite === 'bloquante');
  const told: readonly Pick<JudgedRow, 'outcome' | 'reason'>[] = [
    { outcome: found },
    ...(late === undefined ? [] : [{ outcome: lateOutcome[row.gravite], reason: reasons.timedOut(late) }]),
    ...(blind ? [{ outcome: 'unexercised', reason: reasons.nothingExamined } as const] : []),
    ...(review ? [{ outcome: 'review', reason: reasons.toReview } as const] : []),
  ];
  return (
    worstFirst.flatMap((outcome) => told.find((one) => one.outcome === outcome) ?? [])[0] ?? {
      outcome: found,
    }
  );
}

const worstFirst: readonly Outcome[] = ['fail', 'unexercised', 'review', 'warn', 'pass'];

/** A time-out is a fact against the software; how much it weighs is the row's to say. */
const lateOutcome: Readonly<Record<Gravite, Outcome>> = {
  bloquante: 'fail',
  avertissement: 'warn',
  revue: 'review',
  information: 'unexercised',
};

/** Every step of the scenario, less the optional ones whose action the software does not know. */
function playedSteps(run: SealedRun, scenario: PlannedScenario): readonly string[] {
  const unknown = (step: string): boolean =>
    stepEnd(inStep(run, `${scenario.id}#${step}`), step)?.outcome === 'unsupported';
  return scenario.steps.filter((step) => step.optional !== true || !unknown(step.id)).map((step) => step.id);
}

function answered(preuve: Preuve): boolean {
  return (
    (preuve.kind === 'pilote/action' || preuve.kind === 'pilote/probe') &&
    (preuve.view as PiloteView).answer === 'done'
  );
}

function outcomeOf(findings: readonly GradedFinding[]): Outcome {
  const gravites = new Set(findings.map(({ gravite }) => gravite));
  if (gravites.has('bloquante')) return 'fail';
  if (gravites.has('revue')) return 'review';
  return gravites.has('avertissement') ? 'warn' : 'pass';
}

/** What forbids judging at all: the bench's own failures, steps not played, faults not delivered, failed controls. */
function before(
  run: SealedRun,
  scenario: PlannedScenario,
  row: PlannedRow,
  steps: readonly string[],
  own: readonly Preuve[],
  parts: Parts,
): Blocked | undefined {
  for (const step of steps) {
    const end = stepEnd(own, step);
    if (end === undefined) return { outcome: 'unexercised', reason: reasons.noStep(step) };
    if (end.bench === true) return { outcome: 'error', reason: reasons.benchBroke(end.reason ?? step) };
    if (['unsupported', 'skipped', 'aborted', 'broken'].includes(end.outcome) && !deviates(scenario, step)) {
      return { outcome: 'unexercised', reason: reasons.stepEnded(step, end.outcome, end.reason ?? '') };
    }
  }
  for (const fault of row.faults) {
    const attested = own.some(
      (preuve) => preuve.kind === 'fault/delivered' && (preuve.view as FaultDeliveredView).fault === fault,
    );
    if (!attested) return { outcome: 'unexercised', reason: reasons.faultNotDelivered(fault) };
  }
  if (row.faults.every((fault) => parts.fault(fault).legitimate === true)) return undefined;
  const failed =
    row.control.length === 0 ? scenario.id : row.control.find((control) => !succeeded(run, control));
  return failed === undefined ? undefined : { outcome: 'unexercised', reason: reasons.controlFailed(failed) };
}

function nothingCame(row: PlannedRow, own: readonly Preuve[], steps: readonly string[]): Blocked {
  const late = lateStep(own, steps, row);
  if (late !== undefined) return { outcome: lateOutcome[row.gravite], reason: reasons.timedOut(late) };
  return { outcome: 'unexercised', reason: reasons.noPreuve(row.on.kinds.join(', ')) };
}

/** A step without fault whose deadline passed; under a fault, waiting for ever is what a careful software may do. */
function lateStep(own: readonly Preuve[], steps: readonly string[], row: PlannedRow): string | undefined {
  return row.faults.length > 0 ? undefined : steps.find((step) => stepEnd(own, step)?.outcome === 'timeout');
}

function deviates(scenario: PlannedScenario, step: string): boolean {
  return (scenario.steps.find((one) => one.id === step)?.faults ?? []).length > 0;
}

function stepEnd(preuves: readonly Preuve[], step: string): StepEndView | undefined {
  return preuves.find((preuve) => preuve.kind === 'step/end' && preuve.step === step)?.view as
    StepEndView | undefined;
}

function inStep(run: SealedRun, reference: string): readonly Preuve[] {
  const [scenario, step] = reference.split('#');
  return run.preuves.filter((preuve) => preuve.scenario === scenario && preuve.step === step);
}

/** A control did the same without the fault, in this run, and the software said it succeeded. */
function succeeded(run: SealedRun, control: string): boolean {
  const preuves = inStep(run, control);
  const step = control.split('#')[1] ?? '';
  if (stepEnd(preuves, step)?.outcome !== 'done') return false;
  return preuves
    .filter((preuve) => preuve.kind === 'pilote/action' || preuve.kind === 'pilote/probe')
    .every((preuve) => {
      const { output } = preuve.view as PiloteView;
      if (typeof output !== 'object' || output === null) return true;
      const { issue, connecte } = output as { readonly issue?: unknown; readonly connecte?: unknown };
      return (issue === undefined || issue === 'reussie') && connecte !== false;
    });
}

function controlPreuves(run: SealedRun, row: PlannedRow): readonly Preuve[] {
  return row.control
    .flatMap((control) => inStep(run, control))
    .filter((preuve) => row.on.kinds.includes(preuve.kind));
}

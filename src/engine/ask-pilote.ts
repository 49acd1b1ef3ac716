import type { Json, JsonObject } from '../domain/json.ts';
import type { Action, PiloteAnswer } from '../domain/pilote.ts';
import type { PiloteView } from '../domain/preuve.ts';
import type { ScenarioStep } from '../domain/scenario.gen.ts';
import { navigatorAnswer, isNavigatorAction } from './navigator-action.ts';
import { durationMs } from './duration.ts';
import { fillExpressions } from './expression.ts';
import { stepPlace, type StepContext, type StepEnd } from './step-context.ts';
import { trafficDeadline } from './traffic-deadline.ts';
import { trafficSeen, WatchAborted } from './traffic-watch.ts';

const automatedDeadline = 30_000;
const attendedDeadline = 300_000;
const shortDeadline = 5_000;
const leastDeadline = 500;

/** Plays a `drive` or `probe` step: asks the pilote, waits for the awaited traffic, records the answer. */
export async function askPilote(
  context: StepContext,
  step: ScenarioStep,
  actionId: string,
  kind: 'pilote/action' | 'pilote/probe',
): Promise<StepEnd> {
  const { request, recorder } = context;
  const action = request.action(actionId);
  const filled = fillExpressions(
    (step.with ?? {}) as JsonObject,
    context.scope,
    stepPlace(context, step),
  ) as JsonObject;
  const input = request.pilote.kind === 'attended' ? filled : withOwnSession(filled, context.scenario.id);
  const deadlineMs = deadlineOf(context, step, actionId);
  const deadline = AbortSignal.timeout(deadlineMs);
  const signal = AbortSignal.any([request.signal, deadline]);
  const since = recorder.scenarioPreuves().slice(context.driveStart);
  const stopWatch = new AbortController();
  const observed =
    step.until === undefined
      ? undefined
      : trafficSeen(recorder, step.until, since, AbortSignal.any([signal, stopWatch.signal]));
  observed?.catch(() => undefined);
  request.emit({
    kind: 'waiting',
    scenario: context.scenario.id,
    step: step.id,
    text: action.sentence,
    deadlineMs,
  });
  const started = recorder.elapsed();
  const answer = await answered(context, action, input, signal, observed);
  const took = recorder.elapsed() - started;
  const view: PiloteView = viewOf(action.id, input, answer, deadline.aborted, took);
  const derived = view.answer === 'done' ? await request.derive?.(action.id, view.output) : undefined;
  recorder.record({ kind, view: derived === undefined ? view : { ...view, output: derived.output } });
  for (const preuve of derived?.preuves ?? []) recorder.record(preuve);
  context.outputs[step.id] = view.output;
  const end = endOf(view, actionId);
  if (end.outcome !== 'done' || observed === undefined) {
    stopWatch.abort();
    return end;
  }
  // Once the software answered, what it still sends follows at its own pace.
  const late = setTimeout(() => stopWatch.abort(), trafficDeadline(deadlineMs, request.timeScale));
  try {
    await observed;
    return end;
  } catch (error) {
    if (!(error instanceof WatchAborted)) throw error;
    return {
      outcome: request.signal.aborted ? 'aborted' : 'timeout',
      reason: `${step.until?.kind ?? ''} not seen within ${deadlineMs} ms`,
    };
  } finally {
    clearTimeout(late);
  }
}

async function answered(
  context: StepContext,
  action: Action,
  input: JsonObject,
  signal: AbortSignal,
  observed: Promise<void> | undefined,
): Promise<PiloteAnswer> {
  if (isNavigatorAction(action.id)) return navigatorAnswer(context, action, input, signal);
  const call = { action, input, signal, ...(observed === undefined ? {} : { observed }) };
  // A pilote that ignores its signal must not hold the run.
  const late = new Promise<PiloteAnswer>((resolve) => {
    signal.addEventListener(
      'abort',
      () => resolve({ kind: 'broken', message: 'no answer before the deadline' }),
      { once: true },
    );
  });
  return Promise.race([context.request.pilote.call(call), late]);
}

function viewOf(
  action: string,
  input: JsonObject,
  answer: PiloteAnswer,
  late: boolean,
  took: number,
): PiloteView {
  const base = { action, input, took };
  switch (answer.kind) {
    case 'done':
      return { ...base, answer: 'done', output: answer.output };
    case 'unsupported':
      return {
        ...base,
        answer: 'unsupported',
        output: {},
        ...(answer.message === undefined ? {} : { message: answer.message }),
      };
    case 'skipped':
      return { ...base, answer: 'skipped', output: {} };
    case 'broken':
      return { ...base, answer: late ? 'timeout' : 'broken', output: {}, message: answer.message };
  }
}

function endOf(view: PiloteView, action: string): StepEnd {
  if (view.answer === 'done') return { outcome: 'done' };
  const reason = view.message === undefined ? action : `${action}: ${view.message}`;
  return { outcome: view.answer, reason };
}

function deadlineOf(context: StepContext, step: ScenarioStep, action: string): number {
  const own = context.request.actionDeadlines[action];
  if (own !== undefined) return own;
  if (context.request.pilote.kind === 'attended') return attendedDeadline;
  if (step.within === undefined) return automatedDeadline;
  // A short deadline is one that a scenario means to reach; a long one only guards against a hang.
  const ms = durationMs(step.within);
  return ms > shortDeadline ? ms : Math.max(leastDeadline, ms / context.request.timeScale);
}

/** Scenarios never share a browser session: an earlier login could mask a refusal. */
function withOwnSession(input: JsonObject, scenario: string): JsonObject {
  const session: Json | undefined = input['session'];
  return { ...input, session: `${scenario}/${typeof session === 'string' ? session : 'principale'}` };
}

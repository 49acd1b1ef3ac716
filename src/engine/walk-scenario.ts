import type { Json, JsonObject } from '../domain/json.ts';
import type { PlannedScenario } from '../domain/plan.ts';
import type { StepEndView } from '../domain/preuve.ts';
import type { ScenarioStep } from '../domain/scenario.gen.ts';
import { InputError } from '../domain/segur-error.ts';
import { OperatorAbort } from '../pilotes/attended-pilote.ts';
import { durationMs } from './duration.ts';
import { fillExpressions, type Scope } from './expression.ts';
import type { RunArmory } from './run-armory.ts';
import type { RunRecorder } from './run-recorder.ts';
import type { RunRequest } from './run-request.ts';
import { allEndpoints, type RunningServices } from './start-services.ts';
import { stepPlace, type StepContext, type StepEnd } from './step-context.ts';
import { armedFaults, walkStep } from './walk-step.ts';

export interface WalkParts {
  readonly request: RunRequest;
  readonly recorder: RunRecorder;
  readonly armory: RunArmory;
  readonly services: RunningServices;
}

/** How the software answered during a scenario, for the engine's judgement that it is lost. */
export interface ScenarioWalk {
  readonly complete: boolean;
  /** True when every action asked was broken or late, at least one of them. */
  readonly deaf: boolean;
}

/**
 * Walks the steps of one scenario in order. Every step, played or not, leaves a `step/end` preuve with its reason,
 * so that no row of it can pass by silence.
 */
export async function walkScenario(parts: WalkParts, scenario: PlannedScenario): Promise<ScenarioWalk> {
  const outputs: Record<string, Json> = {};
  const context: StepContext = {
    ...parts,
    scenario,
    scope: scopeOf(parts, scenario, outputs),
    driveStart: 0,
    outputs,
  };
  const ends: StepEndView[] = [];
  let stop: string | undefined;
  for (const step of scenario.steps) {
    parts.recorder.enter({ scenario: scenario.id, step: step.id });
    const startedAt = parts.recorder.elapsed();
    const end: StepEnd =
      stop === undefined
        ? await playStep(context, step, ends.length === 0)
        : { outcome: 'aborted', reason: stop };
    await settle();
    const view: StepEndView = { ...end, startedAt };
    ends.push(view);
    parts.recorder.record({ kind: 'step/end', view });
    parts.request.emit({ kind: 'step-end', scenario: scenario.id, step: step.id, end: view });
    stop ??= reasonToStop(step, end, parts.request.signal);
  }
  parts.armory.disarm();
  parts.recorder.enter(undefined);
  const asked = ends.filter((_end, index) => isAsked(scenario.steps[index]));
  return {
    complete: ends.every((end) => end.outcome === 'done'),
    deaf:
      asked.length > 0 &&
      asked.every((end) => end.outcome === 'broken' || end.outcome === 'timeout') &&
      ends.some((end) => end.outcome === 'broken'),
  };
}

/**
 * A client may have its answer before the simulator, told by a later phase of the same turn that all was written, has
 * recorded it: that turn and the next belong to the step.
 */
async function settle(): Promise<void> {
  await new Promise(setImmediate);
  await new Promise(setImmediate);
}

async function playStep(context: StepContext, step: ScenarioStep, first: boolean): Promise<StepEnd> {
  const { request, armory } = context;
  request.emit({
    kind: 'step-start',
    scenario: context.scenario.id,
    step: step.id,
    ...((step.drive ?? step.probe) === undefined ? {} : { action: step.drive ?? step.probe ?? '' }),
    faults: (step.faults ?? []).map((fault) => fault.id),
  });
  try {
    if (step.advance !== undefined) request.clock.advance(durationMs(step.advance));
    prepareServices(context, step, first);
    armory.arm(armedFaults(context, step));
    return await walkStep(context, step);
  } catch (error) {
    if (error instanceof OperatorAbort) return { outcome: 'aborted', reason: error.message };
    if (request.signal.aborted) return { outcome: 'aborted', reason: 'the run was stopped' };
    // The software's answer to an earlier step lacks what this one needs: that is its doing, not the bench's.
    if (error instanceof InputError && error.code === 'EXPRESSION_ANSWER')
      return { outcome: 'aborted', reason: error.message };
    if (error instanceof InputError)
      return { outcome: 'broken', bench: true, reason: `${error.code}: ${error.message}` };
    throw error;
  }
}

function prepareServices(context: StepContext, step: ScenarioStep, first: boolean): void {
  if (!first && step.state === undefined) return;
  const own = (step.state ?? {}) as JsonObject;
  for (const [name, service] of context.services) {
    if (!context.scenario.services.includes(name)) continue;
    if (!first && own[name] === undefined) continue;
    const merged = { ...objectOf(context.scenario.state[name]), ...objectOf(own[name]) };
    service.prepare(fillExpressions(merged, context.scope, stepPlace(context, step)) as JsonObject);
  }
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function reasonToStop(step: ScenarioStep, end: StepEnd, signal: AbortSignal): string | undefined {
  if (signal.aborted) return 'the run was stopped';
  if (end.outcome === 'aborted') return end.reason ?? 'stopped by the operator';
  if (end.bench === true) return `step ${step.id} could not be played`;
  if (end.outcome === 'unsupported' && step.optional !== true)
    return `the software does not know the action of step ${step.id}`;
  return undefined;
}

function isAsked(step: ScenarioStep | undefined): boolean {
  return step?.drive !== undefined || step?.probe !== undefined;
}

function scopeOf(parts: WalkParts, scenario: PlannedScenario, outputs: Record<string, Json>): Scope {
  const { deck } = parts.request;
  const cast = { professionnel: deck.professionnels, patient: deck.patients };
  const roles = Object.entries(scenario.roles).map(([name, role]): [string, Json] => {
    const found =
      role.cast === 'structure'
        ? (deck.structures.find((structure) => structure.identifiant === role.role) ??
          deck.structures[Number(role.role)])
        : (cast[role.cast] as readonly { readonly role: string }[]).find(
            (member) => member.role === role.role,
          );
    if (found === undefined) {
      throw new InputError(
        'ROLE',
        `the deck has no ${role.cast} "${role.role}" (role ${name} of ${scenario.id})`,
        {
          at: { file: scenario.file },
          hint: 'List the cast with: segur deck',
        },
      );
    }
    return [name, withParts(found as unknown as JsonObject)];
  });
  return {
    ...Object.fromEntries(roles),
    etape: outputs,
    deck: deck as unknown as Json,
    endpoints: nested(allEndpoints(parts.services)),
  };
}

/** Adds the parts of an INS that scenarios name: number and key apart, first given name. */
function withParts(member: JsonObject): JsonObject {
  const { matricule, prenoms } = member;
  if (typeof matricule !== 'string' || !Array.isArray(prenoms)) return member;
  return {
    ...member,
    nir: matricule.slice(0, 13),
    cle: matricule.slice(13),
    premierPrenom: (prenoms as readonly Json[])[0] ?? '',
  };
}

function nested(flat: Readonly<Record<string, string>>): Json {
  const root: Record<string, Record<string, string>> = {};
  for (const [key, value] of Object.entries(flat)) {
    const [service = '', ...rest] = key.split('.');
    (root[service] ??= {})[rest.join('.')] = value;
  }
  return root;
}

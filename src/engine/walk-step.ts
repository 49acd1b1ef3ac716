import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ArmedFault } from '../domain/fault.ts';
import type { JsonObject } from '../domain/json.ts';
import type { AttestationView } from '../domain/preuve.ts';
import type { ScenarioStep } from '../domain/scenario.gen.ts';
import { InputError } from '../domain/segur-error.ts';
import { askPilote } from './ask-pilote.ts';
import { durationMs } from './duration.ts';
import { fillExpressions } from './expression.ts';
import { done, stepPlace, type StepContext, type StepEnd } from './step-context.ts';
import { trafficDeadline } from './traffic-deadline.ts';
import { trafficSeen, WatchAborted } from './traffic-watch.ts';

const maxFileBytes = 100_000_000;
const defaultAwait = 30_000;

/** Plays one step; the state, the faults and the clock were set by the caller. */
export async function walkStep(context: StepContext, step: ScenarioStep): Promise<StepEnd> {
  if (step.drive !== undefined) {
    context.driveStart = context.recorder.scenarioPreuves().length;
    return askPilote(context, step, step.drive, 'pilote/action');
  }
  if (step.probe !== undefined) return askPilote(context, step, step.probe, 'pilote/probe');
  if (step.await !== undefined) return awaitTraffic(context, step, step.await);
  if (step.silence !== undefined) return watchSilence(context, step, step.silence);
  if (step.submit !== undefined) return submitFile(context, step, step.submit);
  if (step.attest !== undefined) return attest(context, step.attest);
  if (step.operate !== undefined) return operate(context, step, step.operate);
  throw new InputError('STEP_KIND', `step ${stepPlace(context, step)} has no verb`, {
    at: { file: context.scenario.file },
  });
}

/** Faults of the step, their options filled in. */
export function armedFaults(context: StepContext, step: ScenarioStep): readonly ArmedFault[] {
  return (step.faults ?? []).map((fault) => ({
    id: fault.id,
    options: fillExpressions(
      (fault.options ?? {}) as JsonObject,
      context.scope,
      stepPlace(context, step),
    ) as JsonObject,
    ...(fault.times === undefined ? {} : { times: fault.times }),
  }));
}

async function awaitTraffic(
  context: StepContext,
  step: ScenarioStep,
  until: NonNullable<ScenarioStep['await']>,
): Promise<StepEnd> {
  const deadlineMs = step.within === undefined ? defaultAwait : durationMs(step.within);
  const late = AbortSignal.timeout(trafficDeadline(deadlineMs, context.request.timeScale));
  const signal = AbortSignal.any([context.request.signal, late]);
  const since = context.recorder.scenarioPreuves().slice(context.driveStart);
  const text = { fr: `Attente de ${until.kind}`, en: `Waiting for ${until.kind}` };
  context.request.emit({ kind: 'waiting', scenario: context.scenario.id, step: step.id, text, deadlineMs });
  try {
    await trafficSeen(context.recorder, until, since, signal);
    return done;
  } catch (error) {
    if (!(error instanceof WatchAborted)) throw error;
    return {
      outcome: context.request.signal.aborted ? 'aborted' : 'timeout',
      reason: `${until.kind} not seen within ${deadlineMs} ms`,
    };
  }
}

/** Lets the time of silence pass; what came meanwhile is in the preuves, and the row judges it. */
async function watchSilence(context: StepContext, step: ScenarioStep, silence: string): Promise<StepEnd> {
  const ms = durationMs(silence);
  const text = { fr: 'Le banc observe qu’il ne se passe rien', en: 'The bench watches that nothing happens' };
  context.request.emit({
    kind: 'waiting',
    scenario: context.scenario.id,
    step: step.id,
    text,
    deadlineMs: ms,
  });
  await pause(ms / context.request.timeScale, context.request.signal);
  return context.request.signal.aborted ? { outcome: 'aborted' } : done;
}

/** Waits, or less when the run is stopped. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}

async function submitFile(
  context: StepContext,
  step: ScenarioStep,
  submit: NonNullable<ScenarioStep['submit']>,
): Promise<StepEnd> {
  const { request } = context;
  const listed = request.fichiers.filter(
    (file) =>
      file.kind === submit.kind && (file.scenario === undefined || file.scenario === context.scenario.id),
  );
  let paths = listed.map((file) => file.path);
  if (paths.length === 0 && request.operator !== undefined && request.pilote.kind === 'attended') {
    const answer = await request.operator.line(submit.sentence, request.signal);
    if (answer.kind === 'answer' && answer.value !== undefined) paths = [answer.value];
  }
  if (paths.length === 0)
    return {
      outcome: 'skipped',
      reason: `no file of kind ${submit.kind} was handed in (fichiers, in the dossier)`,
    };
  for (const path of paths) {
    context.recorder.record({
      kind: submit.kind,
      view: { name: basename(path) },
      raw: { file: readSubmitted(path, stepPlace(context, step)) },
    });
  }
  return done;
}

function readSubmitted(path: string, place: string): Uint8Array {
  let size: number;
  try {
    size = statSync(path).size;
  } catch (cause) {
    throw new InputError('SUBMIT_FILE', `cannot read the file of ${place}: ${path}`, {
      cause,
      hint: 'Correct fichiers in the dossier.',
    });
  }
  if (size > maxFileBytes) {
    throw new InputError('SUBMIT_FILE', `${path} has ${size} bytes, more than ${maxFileBytes}`, {
      hint: 'Hand in a smaller file.',
    });
  }
  return readFileSync(path);
}

async function attest(context: StepContext, wanted: NonNullable<ScenarioStep['attest']>): Promise<StepEnd> {
  const { request } = context;
  const declared = request.plan.attestations.find((attestation) => attestation.preuve === wanted.preuve);
  if (declared !== undefined) {
    context.recorder.record<AttestationView>({ kind: 'attestation/declared', view: { ...declared } });
    return done;
  }
  if (request.operator === undefined || request.pilote.kind !== 'attended') {
    return { outcome: 'skipped', reason: `no attestation for ${wanted.preuve} in the dossier` };
  }
  const answer = await request.operator.confirm(wanted.sentence, request.signal);
  if (answer.kind !== 'answer') return { outcome: answer.kind === 'skip' ? 'skipped' : 'aborted' };
  context.recorder.record<AttestationView>({
    kind: 'attestation/declared',
    view: {
      preuve: wanted.preuve,
      valeur: answer.value ? 'conforme' : 'non-conforme',
      par: 'operateur',
      le: new Date().toISOString().slice(0, 10),
    },
  });
  return done;
}

async function operate(
  context: StepContext,
  step: ScenarioStep,
  act: NonNullable<ScenarioStep['operate']>,
): Promise<StepEnd> {
  const service = context.services.get(act.service);
  if (service === undefined) {
    return { outcome: 'broken', bench: true, reason: `service ${act.service} does not run` };
  }
  const input = fillExpressions(
    (act.input ?? {}) as JsonObject,
    context.scope,
    stepPlace(context, step),
  ) as JsonObject;
  context.outputs[step.id] = await service.operate(act.operation, input);
  return done;
}

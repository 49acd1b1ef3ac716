import { InputError } from '../domain/segur-error.ts';
import type { RunEnd } from '../domain/sealed-run.ts';
import { OperatorAbort } from '../pilotes/attended-pilote.ts';
import { configureSoftware } from './configure-software.ts';
import { RunArmory } from './run-armory.ts';
import { RunRecorder } from './run-recorder.ts';
import type { RunRequest } from './run-request.ts';
import { allEndpoints, closeServices, startServices, type RunningServices } from './start-services.ts';
import { walkScenario } from './walk-scenario.ts';

/** Scenarios in a row without one answer before the software is held to be lost. */
const deafScenarios = 3;

export interface RunResult {
  readonly directory: string;
  readonly root: string;
  readonly end: RunEnd;
}

/**
 * Collects: starts the simulators, checks that the software can be asked, walks every scenario of the plan, seals.
 * Whatever happens once the simulators listen (stop by the user, vendor lost, error of the bench), what was seen is
 * sealed and every port closed. Throws InputError before any scenario when the preflight finds a blocking problem.
 */
export async function runPlan(request: RunRequest): Promise<RunResult> {
  const recorder = new RunRecorder(request.store, request.timeScale);
  const armory = new RunArmory(request.fault, recorder);
  const { plan, store, emit } = request;
  const steps = plan.scenarios.reduce((sum, scenario) => sum + scenario.steps.length, 0);
  emit({
    kind: 'run-start',
    runId: store.runId,
    directory: store.directory,
    scenarios: plan.scenarios.length,
    steps,
  });
  const unlisten = recorder.listen((preuve) => emit({ kind: 'exchange', preuve }));
  let services: RunningServices = new Map();
  let end: RunEnd = 'crashed';
  let root = '';
  try {
    services = await startServices(request, recorder, armory);
    store.endpoints(allEndpoints(services));
    await preflight(request);
    const stopped = await stoppedWhileConfiguring(request, recorder, services);
    end = stopped ? 'interrupted' : await walkAll({ request, recorder, armory, services });
  } finally {
    unlisten();
    await Promise.allSettled([request.pilote.close(), request.navigator.close(), closeServices(services)]);
    if (request.signal.aborted) end = 'interrupted';
    const sealed = store.seal(end);
    root = sealed.root;
    emit({ kind: 'sealed', directory: store.directory, root, preuves: sealed.preuves, end });
  }
  return { directory: store.directory, root, end };
}

/** The operator may stop at the very first question: what is sealed then is an empty run, not an error of the bench. */
async function stoppedWhileConfiguring(...parts: Parameters<typeof configureSoftware>): Promise<boolean> {
  try {
    await configureSoftware(...parts);
    return false;
  } catch (error) {
    if (error instanceof OperatorAbort) return true;
    throw error;
  }
}

async function walkAll(parts: Parameters<typeof walkScenario>[0]): Promise<RunEnd> {
  const { plan, emit, signal } = parts.request;
  let deaf = 0;
  for (const [index, scenario] of plan.scenarios.entries()) {
    if (signal.aborted) return 'interrupted';
    emit({
      kind: 'scenario-start',
      scenario: scenario.id,
      title: scenario.title,
      index,
      total: plan.scenarios.length,
    });
    const walk = await walkScenario(parts, scenario);
    emit({ kind: 'scenario-end', scenario: scenario.id, complete: walk.complete });
    deaf = walk.deaf ? deaf + 1 : 0;
    if (deaf >= deafScenarios) {
      emit({
        kind: 'warning',
        text: {
          fr: `Le logiciel ne répond plus depuis ${deafScenarios} scénarios : la collecte s’arrête ici.`,
          en: `The software has not answered for ${deafScenarios} scenarios: collection stops here.`,
        },
      });
      return 'interrupted';
    }
  }
  return 'complete';
}

async function preflight(request: RunRequest): Promise<void> {
  const ids = new Set(
    request.plan.scenarios.flatMap((scenario) =>
      scenario.steps.flatMap((step) => [step.drive, step.probe].filter((id) => id !== undefined)),
    ),
  );
  const problems = await request.pilote.preflight(
    [...ids].sort().map((id) => request.action(id)),
    request.signal,
  );
  request.emit({ kind: 'preflight', problems });
  const blocking = problems.filter((problem) => problem.severity === 'blocking');
  if (blocking.length === 0) return;
  throw new InputError('PREFLIGHT', blocking.map((problem) => problem.message.fr).join('\n'), {
    hint: blocking.map((problem) => problem.hint.fr).join('\n'),
  });
}

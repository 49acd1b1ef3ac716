import type { Json } from '../domain/json.ts';
import type { StepEndView } from '../domain/preuve.ts';
import type { PlannedScenario } from '../domain/plan.ts';
import type { ScenarioStep } from '../domain/scenario.gen.ts';
import type { Scope } from './expression.ts';
import type { RunArmory } from './run-armory.ts';
import type { RunRecorder } from './run-recorder.ts';
import type { RunRequest } from './run-request.ts';
import type { RunningServices } from './start-services.ts';

/** What the walk of one scenario carries from step to step. */
export interface StepContext {
  readonly request: RunRequest;
  readonly recorder: RunRecorder;
  readonly armory: RunArmory;
  readonly services: RunningServices;
  readonly scenario: PlannedScenario;
  readonly scope: Scope;
  /** Index in the scenario's preuves where the last `drive` began. */
  driveStart: number;
  /** Outputs of the steps done, for `${etape.<step>...}`. */
  readonly outputs: Record<string, Json>;
}

export type StepEnd = Pick<StepEndView, 'outcome' | 'reason' | 'bench'>;

export const done: StepEnd = { outcome: 'done' };

/** `psc/connexion-web#connexion`, for messages. */
export function stepPlace(context: StepContext, step: ScenarioStep): string {
  return `${context.scenario.id}#${step.id}`;
}

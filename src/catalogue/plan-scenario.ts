import type { JsonObject } from '../domain/json.ts';
import type { PlannedRow, PlannedScenario } from '../domain/plan.ts';
import type { JudgementRow, ScenarioStep } from '../domain/scenario.gen.ts';
import type { ScenarioSource } from './scenario-source.ts';

/** A scenario as the run will play it; rows get the faults and control steps of the steps they judge. */
export function planScenario({ id, file, source }: ScenarioSource): PlannedScenario {
  const names = new Map<string, number>();
  return {
    id,
    file: source.file,
    title: file.title,
    services: file.services,
    ...(file.alternative === undefined ? {} : { alternative: file.alternative }),
    roles: file.roles ?? {},
    state: (file.state ?? {}) as JsonObject,
    steps: file.steps,
    rows: file.judgements.map((row) => planRow(id, row, file.steps, names)),
  };
}

/** `<scenario>#<step>` of a control, which may be written short for a step of the same scenario. */
export function controlReference(scenario: string, control: string): string {
  return control.includes('#') ? control : `${scenario}#${control}`;
}

/** Steps a row judges: those it names, or all. */
export function judgedSteps(row: JudgementRow, steps: readonly ScenarioStep[]): readonly ScenarioStep[] {
  const named = row.on.steps;
  return named === undefined ? steps : steps.filter((step) => named.includes(step.id));
}

function planRow(
  scenario: string,
  row: JudgementRow,
  steps: readonly ScenarioStep[],
  names: Map<string, number>,
): PlannedRow {
  const name = row.check.split('/').at(-1) ?? row.check;
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  const judged = judgedSteps(row, steps).filter((step) => (step.faults ?? []).length > 0);
  const controls = judged.flatMap((step) =>
    step.control === undefined ? [] : [controlReference(scenario, step.control)],
  );
  return {
    id: `${scenario}/${name}${count === 1 ? '' : `~${count}`}`,
    check: row.check,
    on: row.on,
    options: (row.options ?? {}) as JsonObject,
    gravite: row.gravite,
    sauf: row.sauf ?? {},
    fonde: row.fonde ?? 'clause',
    ...(row.confirmerait === undefined ? {} : { confirmerait: row.confirmerait }),
    proves: row.proves,
    control: [...new Set(controls)],
    faults: [...new Set(judged.flatMap((step) => (step.faults ?? []).map((fault) => fault.id)))],
  };
}

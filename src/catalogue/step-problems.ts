import type { ScenarioFault, ScenarioStep } from '../domain/scenario.gen.ts';
import { optionProblems, stateProblems, unknownId, unknownPreuve, type Known } from './known-references.ts';
import { controlReference } from './plan-scenario.ts';
import type { Problem } from './problem.ts';
import type { SchemaSet } from './schema-set.ts';
import type { ScenarioSource } from './scenario-source.ts';
import { stepExpressionProblems } from './step-expressions.ts';

/** What is wrong in the steps of a scenario: references, faults without control, silence without a sign of life. */
export function stepProblems(scenario: ScenarioSource, known: Known, schemas: SchemaSet): readonly Problem[] {
  const { file, source } = scenario;
  const first = new Map<string, number>();
  return file.steps.flatMap((step, index) => {
    const pointer = `/steps/${index}`;
    const repeated = first.has(step.id);
    if (!repeated) first.set(step.id, index);
    return [
      ...(repeated
        ? [
            {
              code: 'DUPLICATE',
              message: `two steps are named "${step.id}"`,
              at: source.locate(`${pointer}/id`),
            },
          ]
        : []),
      ...stateProblems(step.state, `${pointer}/state`, scenario, known.registry, schemas),
      ...actionProblems(step, pointer, scenario, known, schemas),
      ...kindProblems(step, pointer, scenario, known),
      ...(step.attest === undefined
        ? []
        : unknownPreuve(step.attest.preuve, known, source.locate(`${pointer}/attest/preuve`))),
      ...(step.faults ?? []).flatMap((fault, position) =>
        faultProblems(fault, `${pointer}/faults/${position}`, scenario, known, schemas),
      ),
      ...controlProblems(step, pointer, scenario, known),
      ...silenceProblems(index, pointer, scenario),
      ...stepExpressionProblems(index, scenario),
    ];
  });
}

function actionProblems(
  step: ScenarioStep,
  pointer: string,
  { file, source }: ScenarioSource,
  { registry }: Known,
  schemas: SchemaSet,
): readonly Problem[] {
  if (step.operate !== undefined && !file.services.includes(step.operate.service)) {
    return [
      unknownId('service', step.operate.service, file.services, source.locate(`${pointer}/operate/service`)),
    ];
  }
  const id = step.drive ?? step.probe;
  if (id === undefined) return [];
  const key = step.drive === undefined ? 'probe' : 'drive';
  const action = registry.actions.get(id);
  if (action === undefined) {
    return [unknownId('action', id, registry.actions.keys(), source.locate(`${pointer}/${key}`))];
  }
  return optionProblems(action.input, step.with, { source, pointer: `${pointer}/with` }, schemas);
}

function kindProblems(
  step: ScenarioStep,
  pointer: string,
  { source }: ScenarioSource,
  { kinds }: Known,
): readonly Problem[] {
  const named: readonly (readonly [string | undefined, string])[] = [
    [step.await?.kind, '/await/kind'],
    [step.until?.kind, '/until/kind'],
    [step.submit?.kind, '/submit/kind'],
    ...(step.forbids ?? []).map((kind, index) => [kind, `/forbids/${index}`] as const),
  ];
  return named.flatMap(([kind, where]) =>
    kind === undefined || kinds.has(kind)
      ? []
      : [unknownId('preuve kind', kind, kinds, source.locate(`${pointer}${where}`))],
  );
}

function faultProblems(
  given: ScenarioFault,
  pointer: string,
  { file, source }: ScenarioSource,
  { registry }: Known,
  schemas: SchemaSet,
): readonly Problem[] {
  const fault = registry.faults.get(given.id);
  const at = source.locate(`${pointer}/id`);
  if (fault === undefined) return [unknownId('fault', given.id, registry.faults.keys(), at)];
  const service = given.id.split('/')[0] ?? '';
  const targets = Object.keys(registry.services.get(service)?.targets ?? {});
  return [
    ...(file.services.includes(service)
      ? []
      : [
          {
            code: 'SERVICE_NOT_STARTED',
            message: `fault ${given.id} of a service the scenario does not start`,
            at,
            hint: `Add ${service} to services.`,
          },
        ]),
    ...(targets.includes(fault.target) ? [] : [unknownId('fault target', fault.target, targets, at)]),
    ...optionProblems(fault.options, given.options, { source, pointer: `${pointer}/options` }, schemas),
  ];
}

function controlProblems(
  step: ScenarioStep,
  pointer: string,
  { id, source }: ScenarioSource,
  { registry, steps }: Known,
): readonly Problem[] {
  if (step.control === undefined) {
    const illegitimate = (step.faults ?? []).find(
      ({ id: fault }) => registry.faults.get(fault)?.legitimate !== true,
    );
    if (illegitimate === undefined) return [];
    return [
      {
        code: 'CONTROL_DUE',
        message: `step "${step.id}" arms ${illegitimate.id} and names no control`,
        at: source.locate(pointer),
        hint: 'Name the step that does the same without the fault: a refusal counts only beside a success.',
      },
    ];
  }
  const reference = controlReference(id, step.control);
  const at = source.locate(`${pointer}/control`);
  if (reference === `${id}#${step.id}`) {
    return [{ code: 'CONTROL_DUE', message: `step "${step.id}" is its own control`, at }];
  }
  return steps.has(reference) ? [] : [unknownId('step', reference, steps, at)];
}

function silenceProblems(
  index: number,
  pointer: string,
  { file, source }: ScenarioSource,
): readonly Problem[] {
  const step = file.steps[index];
  if (step?.silence === undefined) return [];
  const at = source.locate(`${pointer}/silence`);
  const problems: Problem[] = [];
  if ((step.forbids ?? []).length === 0) {
    problems.push({ code: 'SILENCE_OF_WHAT', message: `silence of step "${step.id}" forbids nothing`, at });
  }
  if (!file.steps.slice(index + 1).some(({ probe }) => probe !== undefined)) {
    problems.push({
      code: 'PROBE_DUE',
      message: `no probe after the silence of step "${step.id}"`,
      at,
      hint: 'A software that stopped is silent too: add a probe that shows it is alive.',
    });
  }
  return problems;
}

import type { AnyCheck } from '../domain/check.ts';
import type { JudgementRow } from '../domain/scenario.gen.ts';
import { isBenchId } from '../domain/exigence-id.ts';
import { optionProblems, unknownId, unknownPreuve, type Known } from './known-references.ts';
import { judgedSteps } from './plan-scenario.ts';
import type { Problem } from './problem.ts';
import type { SchemaSet } from './schema-set.ts';
import type { ScenarioSource } from './scenario-source.ts';

/** What is wrong in the judgement rows of a scenario, the right to block included. */
export function rowProblems(scenario: ScenarioSource, known: Known, schemas: SchemaSet): readonly Problem[] {
  const { file, source } = scenario;
  const seen = new Set<string>();
  return file.judgements.flatMap((row, index) => {
    const pointer = `/judgements/${index}`;
    const key = JSON.stringify([row.check, row.on, row.options]);
    const repeated = seen.has(key);
    seen.add(key);
    const check = known.registry.checks.get(row.check);
    return [
      ...(repeated
        ? [
            {
              code: 'DUPLICATE',
              message: `the same row of ${row.check} comes twice`,
              at: source.locate(pointer),
            },
          ]
        : []),
      ...stepNames(row, pointer, scenario),
      ...row.proves.flatMap((preuve, position) =>
        unknownPreuve(preuve, known, source.locate(`${pointer}/proves/${position}`)),
      ),
      ...(check === undefined
        ? [unknownId('check', row.check, known.registry.checks.keys(), source.locate(`${pointer}/check`))]
        : [
            ...readProblems(row, check, pointer, scenario),
            ...optionProblems(check.options, row.options, { source, pointer: `${pointer}/options` }, schemas),
            ...blockingProblems(row, check, pointer, scenario),
          ]),
      ...row.on.kinds.flatMap((kind, position) =>
        known.kinds.has(kind)
          ? []
          : [unknownId('preuve kind', kind, known.kinds, source.locate(`${pointer}/on/kinds/${position}`))],
      ),
      ...forgottenFault(row, pointer, scenario),
    ];
  });
}

function stepNames(row: JudgementRow, pointer: string, { file, source }: ScenarioSource): readonly Problem[] {
  const ids = file.steps.map(({ id }) => id);
  return (row.on.steps ?? []).flatMap((step, index) =>
    ids.includes(step) ? [] : [unknownId('step', step, ids, source.locate(`${pointer}/on/steps/${index}`))],
  );
}

function readProblems(
  row: JudgementRow,
  check: AnyCheck,
  pointer: string,
  { source }: ScenarioSource,
): readonly Problem[] {
  const unread = row.on.kinds.filter((kind) => !check.reads.includes(kind));
  const unsaid = Object.keys(row.sauf ?? {}).filter((code) => !(code in check.findings));
  return [
    ...unread.map((kind) => ({
      code: 'KIND_NOT_READ',
      message: `${row.check} does not read ${kind}`,
      at: source.locate(`${pointer}/on/kinds`),
      hint: `It reads ${check.reads.join(', ')}.`,
    })),
    ...unsaid.map((code) =>
      unknownId('finding code', code, Object.keys(check.findings), source.locate(`${pointer}/sauf`, code)),
    ),
  ];
}

/** Only a [V] clause, or the text of an exigence, may block; a row of the bench's own never does (R10). */
function blockingProblems(
  row: JudgementRow,
  check: AnyCheck,
  pointer: string,
  { source }: ScenarioSource,
): readonly Problem[] {
  const blocks = row.gravite === 'bloquante' || Object.values(row.sauf ?? {}).includes('bloquante');
  if (!blocks) return [];
  const at = source.locate(`${pointer}/gravite`);
  if (row.proves.every(isBenchId)) {
    return [{ code: 'BLOCKS_WITHOUT_RIGHT', message: 'a row that proves only HX- ids cannot block', at }];
  }
  if (row.fonde === 'exigence' || check.clauses.some(({ trust }) => trust === 'V')) return [];
  return [
    {
      code: 'BLOCKS_WITHOUT_RIGHT',
      message: `${row.check} has no [V] clause and cannot block`,
      at,
      hint: 'Lower the gravité, or write fonde: exigence when the text of the exigence states the fact.',
    },
  ];
}

/** A row that judges only what was probed after a fault must judge the faulted step too, else nobody asks whether it left. */
function forgottenFault(
  row: JudgementRow,
  pointer: string,
  { file, source }: ScenarioSource,
): readonly Problem[] {
  const judged = judgedSteps(row, file.steps);
  if (judged.some(({ faults }) => (faults ?? []).length > 0)) return [];
  const after = judged.find((step) => {
    const previous = file.steps[file.steps.indexOf(step) - 1];
    return step.probe !== undefined && (previous?.faults ?? []).length > 0;
  });
  if (after === undefined) return [];
  return [
    {
      code: 'FAULT_FORGOTTEN',
      message: `the row judges "${after.id}" but not the faulted step before it`,
      at: source.locate(`${pointer}/on`),
      hint: 'Name the faulted step in on.steps too: the row then counts only if the fault was delivered.',
    },
  ];
}

import type { RunFacts } from '../domain/check.ts';
import type { SealedRun } from '../domain/sealed-run.ts';
import { judgeRow } from './judge-row.ts';
import type { JudgedRow, Parts } from './judgement.ts';

/** Judges every row of the sealed plan, in order. Pure: same sealed run and parts, same judgement. */
export function judge(run: SealedRun, parts: Parts): readonly JudgedRow[] {
  const facts: RunFacts = {
    deck: run.deck,
    services: run.plan.services,
    endpoints: run.endpoints,
    solution: run.plan.solution,
    candidature: run.plan.candidature,
  };
  return run.plan.scenarios.flatMap((scenario) =>
    scenario.rows.map((row) => judgeRow(run, scenario, row, parts, facts)),
  );
}

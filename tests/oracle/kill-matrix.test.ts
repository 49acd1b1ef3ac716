import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportFile, ReportRow } from '../../src/domain/report.gen.ts';
import { exitCodeOf, exitCodes } from '../../src/cli/exit-codes.ts';
import { allDefauts } from '../../src/demo/defauts/find-defauts.ts';
import { killBench, regimes, type KillBench, type Regime } from '../builders/kill-bench.ts';
import { koCases } from '../builders/ko-cases.ts';
import { collaterals, survivors } from './kill-matrix-collateral.ts';

const reports = fileURLToPath(new URL('../../reports/', import.meta.url));
/** `review` is what a row of gravité revue turns to when its check finds something. */
const red = new Set<string>(['fail', 'warn', 'review']);

/** What one défaut did to the rows of the scenarios it was played in. */
interface Kill {
  readonly assertions: readonly string[];
  readonly regimes: readonly Regime[];
  readonly rows: number;
  /** Red rows of checks that share an assertion with the défaut. */
  readonly killed: readonly Changed[];
  /** Red rows of checks that share none. */
  readonly collateral: readonly Changed[];
  /** Rows that passed before and could not be exercised any more. */
  readonly prevented: readonly string[];
  /** A blocking row failed outside the options of an alternative, of which another may save the exigence. */
  readonly decides: boolean;
  readonly exitCode: number;
  readonly ms: number;
}

interface Changed {
  readonly row: string;
  readonly check: string;
  readonly outcome: string;
  readonly codes: readonly string[];
}

const isKnown = (check: string, defaut: string): boolean =>
  collaterals.some((one) => one.check === check && one.defauts.includes(defaut));

let bench: KillBench;
let honest: ReadonlyMap<Regime, ReadonlyMap<string, ReportRow>>;
const matrix: Record<string, Kill> = {};

const byId = (report: ReportFile): ReadonlyMap<string, ReportRow> =>
  new Map(report.rows.map((row) => [row.id, row]));

function shares(check: string, assertions: readonly string[]): boolean {
  const own = bench.workspace.registry.checks.get(check)?.assertions ?? [];
  return own.some((assertion) => assertions.includes(assertion));
}

function isOption(regime: Regime, scenario: string): boolean {
  return bench.plans[regime].scenarios.some(
    ({ id, alternative }) => id === scenario && alternative !== undefined,
  );
}

function scenariosFor(regime: Regime, assertions: readonly string[]): readonly string[] {
  return bench.plans[regime].scenarios
    .filter(({ rows }) => rows.some(({ check }) => shares(check, assertions)))
    .map(({ id }) => id);
}

async function play(id: string, assertions: readonly string[]): Promise<Kill> {
  const started = performance.now();
  const played: Regime[] = [];
  let kill: Omit<Kill, 'assertions' | 'regimes' | 'ms'> = {
    rows: 0,
    killed: [],
    collateral: [],
    prevented: [],
    decides: false,
    exitCode: 0,
  };
  for (const regime of regimes) {
    const scenarios = scenariosFor(regime, assertions);
    if (scenarios.length === 0 || kill.killed.length > 0) continue;
    played.push(regime);
    const report = await bench.run(regime, [id], scenarios);
    kill = compare(regime, report, assertions);
  }
  return { assertions, regimes: played, ...kill, ms: Math.round(performance.now() - started) };
}

function compare(
  regime: Regime,
  report: ReportFile,
  assertions: readonly string[],
): Omit<Kill, 'assertions' | 'regimes' | 'ms'> {
  const before = honest.get(regime);
  const turned = report.rows.filter(({ id, outcome }) => before?.get(id)?.outcome !== outcome);
  const reds = turned.filter(({ outcome }) => red.has(outcome));
  const changed = ({ id, check, outcome, findings }: ReportRow): Changed => ({
    row: id,
    check,
    outcome,
    codes: [...new Set(findings.map(({ code }) => code))],
  });
  return {
    rows: report.rows.length,
    killed: reds.filter(({ check }) => shares(check, assertions)).map(changed),
    collateral: reds.filter(({ check }) => !shares(check, assertions)).map(changed),
    prevented: turned.filter(({ outcome }) => outcome === 'unexercised').map((row) => row.id),
    decides: reds.some(({ outcome, scenario }) => outcome === 'fail' && !isOption(regime, scenario)),
    exitCode: exitCodeOf(report.verdict.value),
  };
}

beforeAll(async () => {
  bench = await killBench();
  const runs = new Map<Regime, ReadonlyMap<string, ReportRow>>();
  for (const regime of regimes) runs.set(regime, byId(await bench.run(regime, [])));
  honest = runs;
});

afterAll(() => {
  bench.close();
});

describe('the honest demo', () => {
  it.each(regimes)('is red nowhere (%s)', (regime) => {
    const rows = [...(honest.get(regime)?.values() ?? [])];
    const wrong = rows
      // The same demo plays both clients of the Proxy: they share its certificate.
      .filter(({ check }) => check !== 'psc/proxy-clients-have-own-certificate')
      .filter(({ outcome }) => ['fail', 'warn', 'error'].includes(outcome))
      .map(({ id, outcome, findings }) => ({
        id,
        outcome,
        findings: findings.map(({ code, actual }) => ({ code, actual })),
      }));
    expect(wrong).toEqual([]);
    expect(rows.length).toBeGreaterThan(50);
  });
});

describe('each défaut turns red what it should, and nothing else', () => {
  it.each(Object.entries(allDefauts))('%s', async (id, { assertions }) => {
    const kill = await play(id, assertions);
    matrix[id] = kill;
    expect(kill.killed.length === 0).toBe(id in survivors);
    expect(kill.collateral.filter(({ check }) => !isKnown(check, id))).toEqual([]);
    if (kill.decides) {
      // A row that the bench could not judge withholds the conclusion, and must not make it better.
      expect([exitCodes.nonReferencable, exitCodes.bench]).toContain(kill.exitCode);
    }
  });

  it('lists as collateral only what exists', () => {
    const checks = new Set(bench.workspace.registry.checks.keys());
    const unknown = collaterals.flatMap(({ check, defauts }) => [
      ...(checks.has(check) ? [] : [check]),
      ...defauts.filter((id) => !(id in allDefauts)),
    ]);
    expect(unknown).toEqual([]);
  });
});

describe('each check', () => {
  it('is killed by a défaut or by a ko case of its own test', async () => {
    const cases = await koCases();
    const checks = [...bench.workspace.registry.checks.keys()].sort();
    const table = Object.fromEntries(
      checks.map((check) => [
        check,
        {
          defauts: Object.entries(matrix)
            .filter(([, { killed }]) => killed.some((one) => one.check === check))
            .map(([id]) => id),
          koCases: cases.get(check) ?? [],
        },
      ]),
    );
    mkdirSync(reports, { recursive: true });
    writeFileSync(
      `${reports}kill-matrix.json`,
      `${JSON.stringify({ checks: table, defauts: matrix }, null, 2)}\n`,
    );
    const rows = Object.entries(table);
    const byDefaut = rows.filter(([, { defauts }]) => defauts.length > 0).length;
    process.stdout.write(
      `kill matrix: ${String(Object.keys(matrix).length)} défauts; ${String(checks.length)} checks, ${String(byDefaut)} killed by a défaut, ${String(rows.length - byDefaut)} by ko cases alone\n`,
    );
    expect(
      rows.filter(([, { defauts, koCases: ko }]) => defauts.length + ko.length === 0).map(([check]) => check),
    ).toEqual([]);
  });
});

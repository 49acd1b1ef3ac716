import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPlan } from '../../src/catalogue/build-plan.ts';
import { makeDeck } from '../../src/catalogue/deck.ts';
import type { Dossier } from '../../src/catalogue/dossier.ts';
import { loadDossier } from '../../src/catalogue/load-dossier.ts';
import type * as DemoProcessModule from '../../src/cli/demo-process.ts';
import { printReader } from '../../src/cli/print-reader.ts';
import { registryLookup } from '../../src/cli/registry-lookup.ts';
import { catalogueOf, loadWorkspace, type Workspace } from '../../src/cli/workspace.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { ReportFile } from '../../src/domain/report.gen.ts';
import { openPki } from '../../src/engine/pki-directory.ts';
import { runPlan } from '../../src/engine/run-plan.ts';
import { virtualClock } from '../../src/engine/virtual-clock.ts';
import { httpPilote } from '../../src/pilotes/http-pilote.ts';
import { Navigator } from '../../src/pilotes/navigator.ts';
import { openSealedRun } from '../../src/preuves/open-sealed-run.ts';
import { PreuveStore } from '../../src/preuves/preuve-store.ts';
import { buildReport } from '../../src/verdict/build-report.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const timeScale = 20;

/** The two ways the demo LPS connects: their scenarios exclude each other in one dossier. */
export const regimes = ['communaute', 'edc'] as const;
export type Regime = (typeof regimes)[number];

/** What `segur run --demo` does, in this process, over the scenarios asked for. */
export interface KillBench {
  readonly workspace: Workspace;
  readonly plans: Readonly<Record<Regime, Plan>>;
  /** The report of the demo with these défauts; `scenarios` are ids of the plan, all when absent. */
  run(regime: Regime, defauts: readonly string[], scenarios?: readonly string[]): Promise<ReportFile>;
  close(): void;
}

/** Reads all that runs share; the demo LPS itself is the compiled one, in a process of its own. */
export async function killBench(): Promise<KillBench> {
  const folder = mkdtempSync(join(tmpdir(), 'segur-kill-'));
  const workspace = await loadWorkspace();
  const dossiers: Readonly<Record<Regime, Dossier>> = {
    communaute: dossierOf(workspace, folder, 'communaute'),
    edc: dossierOf(workspace, folder, 'edc'),
  };
  const planOf = (regime: Regime): Plan =>
    buildPlan({
      dossier: dossiers[regime],
      catalogue: catalogueOf(workspace, dossiers[regime].candidature.catalogue),
      scenarios: workspace.scenarios,
      seed: 'kill-matrix',
    });
  const plans: Readonly<Record<Regime, Plan>> = { communaute: planOf('communaute'), edc: planOf('edc') };
  let count = 0;
  return {
    workspace,
    plans,
    run: (regime, defauts, scenarios) => {
      count += 1;
      return collectAndJudge({
        workspace,
        dossier: dossiers[regime],
        plan: narrowed(plans[regime], scenarios),
        defauts,
        directory: join(folder, String(count)),
      });
    },
    close: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function narrowed(plan: Plan, scenarios: readonly string[] | undefined): Plan {
  if (scenarios === undefined) return plan;
  return { ...plan, scenarios: plan.scenarios.filter(({ id }) => scenarios.includes(id)) };
}

function dossierOf(workspace: Workspace, folder: string, regime: Regime): Dossier {
  // Beside the dossier stand the files that it hands in.
  cpSync(join(root, 'fixtures/demo'), join(folder, regime), { recursive: true });
  const path = join(folder, regime, 'segur.yaml');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('regime: communaute', `regime: ${regime}`));
  return loadDossier(path, { schemas: workspace.schemas, registry: workspace.registry, environment: {} });
}

interface Collection {
  readonly workspace: Workspace;
  readonly dossier: Dossier;
  readonly plan: Plan;
  readonly defauts: readonly string[];
  readonly directory: string;
}

async function collectAndJudge(wanted: Collection): Promise<ReportFile> {
  const { workspace, dossier, plan, directory } = wanted;
  // Node cannot start the demo from its TypeScript sources: its compiled form is what users get anyway.
  const compiled = new URL('../../dist/cli/demo-process.js', import.meta.url).href;
  const { startDemo } = (await import(/* @vite-ignore */ compiled)) as typeof DemoProcessModule;
  const clock = virtualClock(timeScale);
  const demo = await startDemo(wanted.defauts, { scale: timeScale, origin: clock.origin });
  try {
    const pki = await openPki();
    const navigator = new Navigator([pki.caPem]);
    const lookup = registryLookup(workspace.registry);
    const deck = makeDeck(plan.seed);
    const own: Readonly<Record<string, object | undefined>> = { ...demo } as never;
    const serviceOptions = Object.fromEntries(
      Object.entries(dossier.services).map(([name, given]) => [name, { ...given, ...own[name] }]),
    );
    const redacted = Object.fromEntries(
      Object.entries(plan.services).map(([name, given]) => [name, { ...given, ...own[name] }]),
    );
    const seen: Plan = { ...plan, services: redacted };
    const store = new PreuveStore({
      directory,
      runId: 'kill',
      startedAt: new Date().toISOString(),
      benchVersion: 'test',
      pilote: 'demo',
      plan: seen,
      deck,
    });
    await runPlan({
      plan: seen,
      deck,
      ...lookup,
      serviceOptions,
      pilote: httpPilote({ url: demo.url, kind: 'demo' }, navigator),
      navigator,
      store,
      clock,
      timeScale,
      pki,
      host: '127.0.0.1',
      fichiers: dossier.fichiers,
      derive: printReader({ attended: false }),
      actionDeadlines: {},
      signal: new AbortController().signal,
      emit: () => undefined,
    });
    return buildReport(openSealedRun(directory), lookup);
  } finally {
    await demo.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

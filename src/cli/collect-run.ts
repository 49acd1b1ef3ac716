import type { KeyObject } from 'node:crypto';
import { makeDeck } from '../catalogue/deck.ts';
import type { Dossier } from '../catalogue/dossier.ts';
import type { Clock } from '../domain/clock.ts';
import type { JsonObject } from '../domain/json.ts';
import type { Operator } from '../domain/operator.ts';
import type { Pilote } from '../domain/pilote.ts';
import type { Plan } from '../domain/plan.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { SealedRun } from '../domain/sealed-run.ts';
import { durationMs } from '../engine/duration.ts';
import type { openPki } from '../engine/pki-directory.ts';
import { runPlan } from '../engine/run-plan.ts';
import type { Navigator } from '../pilotes/navigator.ts';
import { openSealedRun } from '../preuves/open-sealed-run.ts';
import { PreuveStore } from '../preuves/preuve-store.ts';
import type { DemoProcess } from './demo-process.ts';
import { printReader } from './print-reader.ts';
import { registryLookup } from './registry-lookup.ts';
import type { Workspace } from './workspace.ts';

/** All that decides what a run collects, and where it keeps it. */
export interface Collection {
  readonly workspace: Workspace;
  readonly dossier: Dossier;
  readonly plan: Plan;
  readonly pilote: Pilote;
  readonly navigator: Navigator;
  readonly pki: Awaited<ReturnType<typeof openPki>>;
  readonly runId: string;
  readonly startedAt: string;
  readonly benchVersion: string;
  readonly directory: string;
  readonly signingKey?: KeyObject;
  readonly host: string;
  readonly operator?: Operator;
  readonly clock: Clock;
  readonly timeScale: number;
  readonly signal: AbortSignal;
  readonly emit: (event: RunEvent) => void;
}

/** Plays the plan in front of the software and returns what was sealed; the folder stays, whatever happens. */
export async function collectRun({ workspace, dossier, plan, ...given }: Collection): Promise<SealedRun> {
  const { pilote, navigator, pki, host, clock, timeScale, signal, emit } = given;
  const deck = makeDeck(plan.seed);
  const store = new PreuveStore({
    directory: given.directory,
    runId: given.runId,
    startedAt: given.startedAt,
    benchVersion: given.benchVersion,
    pilote: pilote.kind,
    plan,
    deck,
    ...(given.signingKey === undefined ? {} : { signingKey: given.signingKey }),
  });
  await runPlan({
    plan,
    deck,
    ...registryLookup(workspace.registry),
    serviceOptions: dossier.services,
    pilote,
    navigator,
    store,
    clock,
    timeScale,
    pki,
    host,
    ...(given.operator === undefined ? {} : { operator: given.operator }),
    fichiers: dossier.fichiers,
    derive: printReader({ attended: pilote.kind === 'attended' }),
    actionDeadlines: Object.fromEntries(
      Object.entries(dossier.actions).flatMap(([action, { within }]) =>
        within === undefined ? [] : [[action, durationMs(within)]],
      ),
    ),
    signal,
    emit,
  });
  return openSealedRun(given.directory);
}

/** The dossier of the demo LPS, which tells its own addresses: they are registered as a vendor's would be. */
export function withDemo(dossier: Dossier, demo: DemoProcess): Dossier {
  const merged = (services: Dossier['services']): Dossier['services'] => ({
    ...services,
    psc: { ...services['psc'], ...demo.psc } satisfies JsonObject,
    ...Object.fromEntries(
      (['pam', 'fhir'] as const)
        .filter((name) => services[name] !== undefined)
        .map((name): [string, JsonObject] => [name, { ...services[name], ...demo[name] }]),
    ),
  });
  return { ...dossier, services: merged(dossier.services), redacted: merged(dossier.redacted) };
}

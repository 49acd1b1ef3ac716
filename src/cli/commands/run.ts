import { randomUUID, type KeyObject } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import chalk from 'chalk';
import { buildPlan } from '../../catalogue/build-plan.ts';
import type { Dossier } from '../../catalogue/dossier.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Lang } from '../../domain/bilingual.ts';
import type { Plan } from '../../domain/plan.ts';
import type { SealedRun } from '../../domain/sealed-run.ts';
import { InputError } from '../../domain/segur-error.ts';
import { openPki } from '../../engine/pki-directory.ts';
import { virtualClock } from '../../engine/virtual-clock.ts';
import { httpPilote } from '../../pilotes/http-pilote.ts';
import { Navigator } from '../../pilotes/navigator.ts';
import { readSigningKey } from '../../preuves/seal-store.ts';
import { liveProgress } from '../../reporters/terminal/live-progress.ts';
import { writeSummary } from '../../reporters/terminal/write-summary.ts';
import { collectRun, withDemo } from '../collect-run.ts';
import { listDefauts, startDemo, type DemoProcess } from '../demo-process.ts';
import { exitCodeOfReport, exitCodes } from '../exit-codes.ts';
import { onInterruption } from '../interruption.ts';
import { makePilote } from '../make-pilote.ts';
import { formatOption, langOption, textOption, type CommandOptions } from '../options.ts';
import { packageVersion } from '../package-root.ts';
import { judgedReport, reportFormats, writeReports } from '../report-run.ts';
import { runId } from '../run-id.ts';
import { terminalOperator } from '../terminal-operator.ts';
import { catalogueOf, loadWorkspace, readDossier, type Workspace } from '../workspace.ts';

/** `segur run`: collects, seals, judges, reports; the exit code is that of the verdict. */
export async function run(_args: readonly string[], options: CommandOptions): Promise<number> {
  if (options['listDefauts'] === true) {
    process.stdout.write(`${(await listDefauts()).join('\n')}\n`);
    return exitCodes.ok;
  }
  const lang = langOption(options);
  const formats = formatOption(options, reportFormats);
  const signingKey = signingKeyOf(options);
  if (options['demo'] !== true && options['defaut'] !== undefined) {
    throw new InputError('DEFAUT', '--defaut needs --demo', { hint: 'segur run --demo --defaut acr-absent' });
  }
  const timeScale = options['demo'] === true && options['tempsReel'] !== true ? demoTimeScale : 1;
  const clock = virtualClock(timeScale);
  // The demo LPS starts while the bench reads what it ships.
  const starting =
    options['demo'] === true
      ? startDemo(textOption(options, 'defaut')?.split(',') ?? [], { scale: timeScale, origin: clock.origin })
      : undefined;
  // A failure is told where it is awaited; until then it must not end the process.
  const settled = starting?.catch(() => undefined);
  const { signal, release } = onInterruption('run', lang);
  try {
    const workspace = await loadWorkspace();
    const named = readDossier(workspace, options);
    const demo = await starting;
    const dossier = demo === undefined ? named : withDemo(named, demo);
    const only = textOption(options, 'only');
    const plan = buildPlan({
      dossier,
      catalogue: catalogueOf(workspace, dossier.candidature.catalogue),
      scenarios: workspace.scenarios,
      seed: dossier.graine ?? randomUUID(),
      ...(only === undefined ? {} : { only }),
    });
    if (signal.aborted) return exitCodes.incomplete;
    const { sealed, directory } = await collect({
      workspace,
      dossier,
      plan,
      demo,
      options,
      lang,
      signingKey,
      clock,
      timeScale,
      signal,
    });
    const report = judgedReport(sealed, workspace.registry, workspace.schemas.file('report'));
    const written = await writeReports(report, { run: sealed, folder: directory, formats, lang });
    process.stdout.write(
      `${writeSummary(report, lang, chalk)}${written.map((path) => `  ${chalk.dim(relative(process.cwd(), path))}`).join('\n')}\n`,
    );
    return exitCodeOfReport(report);
  } finally {
    release();
    await (await settled)?.stop();
  }
}

/** The demo LPS can live faster than real time; no vendor's product is asked to. */
const demoTimeScale = 40;

interface Collected {
  readonly sealed: SealedRun;
  readonly directory: string;
}

interface Wanted {
  readonly workspace: Workspace;
  readonly dossier: Dossier;
  readonly plan: Plan;
  readonly demo: DemoProcess | undefined;
  readonly options: CommandOptions;
  readonly lang: Lang;
  readonly signingKey: KeyObject | undefined;
  readonly clock: Clock;
  readonly timeScale: number;
  readonly signal: AbortSignal;
}

async function collect({ demo, options, lang, signingKey, ...wanted }: Wanted): Promise<Collected> {
  const { dossier, plan } = wanted;
  const pki = await openPki(textOption(options, 'pki') ?? (demo === undefined ? '.segur/pki' : undefined));
  const navigator = new Navigator([pki.caPem]);
  const operator = terminalOperator(lang);
  const pilote =
    demo === undefined
      ? makePilote(dossier, navigator, operator)
      : httpPilote({ url: demo.url, kind: 'demo' }, navigator);
  const startedAt = new Date().toISOString();
  const { nom } = plan.solution;
  const id = runId(startedAt, typeof nom === 'string' ? nom : '');
  const directory = textOption(options, 'out') ?? join('reports', id);
  const live = liveProgress({
    lang,
    chalk,
    write: (text) => process.stderr.write(text),
    interactive: process.stderr.isTTY && process.env['CI'] === undefined,
    attended: pilote.kind === 'attended',
  });
  const running = collectRun({
    ...wanted,
    pilote,
    navigator,
    pki,
    runId: id,
    startedAt,
    benchVersion: packageVersion(),
    directory,
    ...(signingKey === undefined ? {} : { signingKey }),
    host: textOption(options, 'host') ?? '127.0.0.1',
    operator,
    emit: options['quiet'] === true ? () => undefined : live,
  });
  const sealed = await running.catch((error: unknown) => {
    // Nothing was driven: an empty run would only be in the way of the next one.
    if (error instanceof InputError && error.code === 'PREFLIGHT')
      rmSync(directory, { recursive: true, force: true });
    throw error;
  });
  return { sealed, directory };
}

function signingKeyOf(options: CommandOptions): KeyObject | undefined {
  const path = textOption(options, 'sign');
  if (path === undefined) return undefined;
  try {
    return readSigningKey(readFileSync(path, 'utf8'), path);
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError('SIGN_KEY', `cannot read the signing key ${path}`, {
      cause,
      hint: 'openssl genpkey -algorithm ed25519 -out cle.pem',
    });
  }
}

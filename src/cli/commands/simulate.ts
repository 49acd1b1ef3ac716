import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import chalk from 'chalk';
import { makeDeck } from '../../catalogue/deck.ts';
import { didYouMean } from '../../catalogue/suggest.ts';
import type { Lang } from '../../domain/bilingual.ts';
import type { RunFacts } from '../../domain/check.ts';
import type { Deck } from '../../domain/deck.ts';
import type { BlobRef, HttpExchangeView, Preuve } from '../../domain/preuve.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import { InputError } from '../../domain/segur-error.ts';
import type { Pki, RunningService, Service } from '../../domain/service.ts';
import { lendCards } from '../../engine/lend-cards.ts';
import { cardPath, clientPath, openPki } from '../../engine/pki-directory.ts';
import { seededRandom } from '../../engine/seeded-random.ts';
import { virtualClock } from '../../engine/virtual-clock.ts';
import { exitCodes } from '../exit-codes.ts';
import { onInterruption } from '../interruption.ts';
import { LiveFindings } from '../live-findings.ts';
import { langOption, textOption, type CommandOptions } from '../options.ts';
import { printError } from '../print-error.ts';
import { startSimulationApi } from '../simulation-api.ts';
import { simulationCommand } from '../simulation-commands.ts';
import { Simulation } from '../simulation.ts';
import { loadWorkspace, readDossier, type Workspace } from '../workspace.ts';

/** `segur simulate <service>`: serves until it is told to stop, telling each call and what a run would find in it. */
export async function run(args: readonly string[], options: CommandOptions): Promise<number> {
  const lang = langOption(options);
  const workspace = await loadWorkspace();
  const name = args[0] ?? '';
  const service = simulatedService(workspace, name);
  const configured = serviceOptions(workspace, service, options);
  const deck = makeDeck(textOption(options, 'graine') ?? 'simulate');
  const quiet = options['quiet'] === true;
  const live: { findings?: LiveFindings } = {};
  const simulation = new Simulation(name, workspace.registry, (preuve) => {
    if (quiet) return;
    tell(preuve, live.findings, lang);
  });
  const { signal, release } = onInterruption('simulation', lang);
  try {
    const lent = await lend(service, configured, deck, textOption(options, 'pki') ?? '.segur/pki');
    const running = await service.start?.({
      options: configured,
      deck,
      recorder: simulation.recorder,
      armory: simulation.armory,
      clock: virtualClock(),
      pki: lent.pki,
      host: textOption(options, 'host') ?? '127.0.0.1',
      random: seededRandom(deck.seed, name),
      signal,
    });
    if (running === undefined) throw new InputError('NOT_SIMULATED', `${name} has no simulator`);
    try {
      simulation.attach(running);
      const facts: RunFacts = {
        deck,
        services: { [name]: configured },
        endpoints: Object.fromEntries(
          Object.entries(running.endpoints).map(([key, value]) => [`${name}.${key}`, value]),
        ),
        solution: {},
        candidature: {},
      };
      const bytes = (ref: BlobRef): Uint8Array => simulation.bytes(ref);
      live.findings = new LiveFindings(workspace.scenarios, workspace.registry, { facts, bytes });
      applyStart(simulation, options);
      const api = await startSimulationApi(simulation, Number(textOption(options, 'controlPort') ?? 0));
      try {
        announce(service, running, lang, { api: api.origin, ...lent.paths });
        await untilStopped(simulation, signal, lang);
      } finally {
        api.close();
      }
    } finally {
      await running.close();
    }
  } finally {
    release();
  }
  return exitCodes.ok;
}

interface Lent {
  readonly pki: Pki;
  readonly paths: { readonly authority: string; readonly client: string; readonly card?: string };
}

/** The test authority of a directory, and what it lends to a software of that service. */
async function lend(service: Service, configured: JsonObject, deck: Deck, directory: string): Promise<Lent> {
  const pki = await openPki(directory);
  const subject = {
    commonName: service.clientCommonName ?? 'lps-sous-test',
    organizationalUnit: deck.structures[0]?.identifiant ?? 'structure',
  };
  await pki.client(subject);
  const [card] = service.lendsCards?.(configured) === true ? await lendCards(pki, deck) : [];
  return {
    pki,
    paths: {
      authority: `${directory}/ca.pem`,
      client: `${clientPath(directory, subject)}.pem`,
      ...(card === undefined ? {} : { card: `${cardPath(directory, card.identifiantNational)}.pem` }),
    },
  };
}

function simulatedService(workspace: Workspace, name: string): Service {
  const service = workspace.registry.services.get(name);
  const names = [...workspace.registry.services.values()]
    .filter((one) => one.start !== undefined)
    .map((one) => one.name);
  if (service?.start !== undefined) return service;
  throw new InputError('SERVICE_UNKNOWN', `no simulator for ${name}`, {
    hint: `${didYouMean(name, names)} Services : ${names.join(', ')}.`.trim(),
  });
}

/** Options of the dossier when there is one, else the service's defaults, over which the command line wins. */
function serviceOptions(workspace: Workspace, service: Service, options: CommandOptions): JsonObject {
  const path = textOption(options, 'dossier') ?? 'segur.yaml';
  const fromDossier = existsSync(path) ? readDossier(workspace, options).services[service.name] : undefined;
  const value: Record<string, Json> = { ...fromDossier };
  const port = textOption(options, 'port');
  if (port !== undefined) Object.assign(value, mainPort(service, value, Number(port)));
  const validate = workspace.schemas.options(service.options);
  if (!validate(value)) {
    throw new InputError(
      'SERVICE_OPTIONS',
      `options of ${service.name}: ${(validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`).join('; ')}`,
      {
        hint: `Corrigez services.${service.name} dans ${path}, ou les options de la commande.`,
      },
    );
  }
  return value;
}

/** `port`, or the first of the `ports` of a service that listens on several. */
function mainPort(service: Service, given: JsonObject, port: number): JsonObject {
  const properties = service.options['properties'] as Readonly<Record<string, JsonObject>>;
  const [first] = Object.keys((properties['ports']?.['properties'] ?? {}) as JsonObject);
  if ('port' in properties || first === undefined) return { port };
  return { ports: { ...(given['ports'] as JsonObject | undefined), [first]: port } };
}

function applyStart(simulation: Simulation, options: CommandOptions): void {
  const faults = options['fault'];
  if (Array.isArray(faults)) simulation.arm(faults.filter((id) => typeof id === 'string'));
  const answer = textOption(options, 'answer');
  if (answer !== undefined && answer !== '00') simulation.prepare({ reponse: answer });
}

interface Announced {
  readonly api: string;
  readonly authority: string;
  readonly client: string;
  readonly card?: string;
}

function announce(
  service: Service,
  running: RunningService,
  lang: Lang,
  { api, authority, client, card }: Announced,
): void {
  const lines = [
    chalk.bold(service.title[lang]),
    ...running.settings.map((setting) => `  ${setting.label[lang]} : ${chalk.cyan(setting.value)}`),
    ...(running.settings.length > 0
      ? []
      : Object.entries(running.endpoints).map(([key, value]) => `  ${key} : ${chalk.cyan(value)}`)),
    `  ${lang === 'fr' ? 'Autorité à approuver' : 'Authority to trust'} : ${chalk.cyan(authority)}`,
    `  ${lang === 'fr' ? 'Certificat client (clé à côté)' : 'Client certificate (key beside it)'} : ${chalk.cyan(client)}`,
    ...(card === undefined
      ? []
      : [
          `  ${lang === 'fr' ? 'Carte CPx de test (clé à côté)' : 'Test CPx card (key beside it)'} : ${chalk.cyan(card)}`,
        ]),
    `  ${lang === 'fr' ? 'API de commande' : 'Control API'} : ${chalk.cyan(api)}`,
    chalk.dim(
      lang === 'fr'
        ? '  Tapez « help » pour les commandes, Ctrl-C pour arrêter.'
        : '  Type "help" for commands, Ctrl-C to stop.',
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function tell(preuve: Preuve, live: LiveFindings | undefined, lang: Lang): void {
  const view = preuve.view as Partial<HttpExchangeView> & { readonly fault?: string };
  const time = new Date().toTimeString().slice(0, 8);
  const what =
    view.method === undefined
      ? (view.fault ?? '')
      : `${view.method} ${view.path ?? ''} ${chalk.dim('→')} ${String(view.status ?? '')}${view.aborted === undefined ? '' : ` (${view.aborted})`}`;
  process.stdout.write(`${chalk.dim(time)} ${chalk.cyan(preuve.kind)} ${what}\n`);
  for (const finding of live?.of(preuve, lang) ?? []) {
    const mark = finding.gravite === 'bloquante' ? chalk.red('✗') : chalk.yellow('!');
    process.stdout.write(
      `  ${mark} ${finding.says} ${chalk.dim(`[${finding.check} ${finding.code}]`)}\n    ${chalk.cyan('→')} ${finding.fix}\n`,
    );
  }
}

async function untilStopped(simulation: Simulation, signal: AbortSignal, lang: Lang): Promise<void> {
  const readline = createInterface({ input: process.stdin, terminal: false });
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
    readline.on('line', (line) => {
      simulationCommand(line, simulation, lang).then(
        (told) => {
          if (told === undefined) resolve();
          else for (const one of told) process.stdout.write(`  ${one}\n`);
        },
        (error: unknown) => {
          printError(error);
        },
      );
    });
  });
  readline.close();
}

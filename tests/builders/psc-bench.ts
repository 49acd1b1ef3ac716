import { readdirSync } from 'node:fs';
import { Agent } from 'undici';
import { makeDeck } from '../../src/catalogue/deck.ts';
import type { Clock } from '../../src/domain/clock.ts';
import type { Deck } from '../../src/domain/deck.ts';
import type { Fault } from '../../src/domain/fault.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import type { FaultDeliveredView } from '../../src/domain/preuve.ts';
import type { Pki, RunningService } from '../../src/domain/service.ts';
import { openPki } from '../../src/engine/pki-directory.ts';
import { RunArmory } from '../../src/engine/run-armory.ts';
import { seededRandom } from '../../src/engine/seeded-random.ts';
import { virtualClock } from '../../src/engine/virtual-clock.ts';
import { service } from '../../src/services/psc/service.ts';
import { MemoryRecorder, type KeptPreuve } from './memory-recorder.ts';

const faultsFolder = new URL('../../src/services/psc/faults/', import.meta.url);

/** The simulator of one test, with all it recorded. */
export interface PscBench {
  readonly running: RunningService;
  readonly deck: Deck;
  readonly pki: Pki;
  readonly clock: Clock;
  readonly preuves: KeptPreuve<JsonObject>[];
  readonly faults: ReadonlyMap<string, Fault>;
  arm(...faults: readonly string[]): void;
  /** Views of a kind, in order. */
  views(kind: string): readonly JsonObject[];
  /** Waits for the exchange just answered to be recorded: the client may have its answer first. */
  recordedSince(count: number): Promise<void>;
  delivered(): readonly FaultDeliveredView[];
  /** A dispatcher that trusts the run's authority, with a client certificate or none. */
  agent(client?: { readonly certPem: string; readonly keyPem: string }): Agent;
  close(): Promise<void>;
}

/** Every fault of the folder, by name. */
export async function loadPscFaults(): Promise<ReadonlyMap<string, Fault>> {
  const names = readdirSync(faultsFolder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.replace(/\.ts$/, ''));
  const loaded = names.map(async (name) => {
    const module = (await import(new URL(`${name}.ts`, faultsFolder).href)) as { readonly fault: Fault };
    return [name, module.fault] as const;
  });
  return new Map(await Promise.all(loaded));
}

let sharedPki: Promise<Pki> | undefined;

/** Starts the simulator on free ports, with the run's armory and an in-memory recorder. */
export async function startPscBench(options: JsonObject = {}, ownPki?: Pki): Promise<PscBench> {
  const recorder = new MemoryRecorder<JsonObject>();
  const { preuves } = recorder;
  const faults = await loadPscFaults();
  const armory = new RunArmory((id) => {
    const fault = faults.get(id.replace('psc/', ''));
    if (fault === undefined) throw new Error(`no fault ${id}`);
    return fault;
  }, recorder);
  const pki = ownPki ?? (await (sharedPki ??= openPki()));
  const clock = virtualClock();
  const deck = makeDeck('psc');
  const stop = new AbortController();
  const running = await service.start?.({
    options,
    deck,
    recorder,
    armory,
    clock,
    pki,
    host: '127.0.0.1',
    random: seededRandom('psc', 'psc'),
    signal: stop.signal,
  });
  if (running === undefined) throw new Error('PSC has no simulator');
  const agents: Agent[] = [];
  return {
    running,
    deck,
    pki,
    clock,
    preuves,
    faults,
    arm: (...names) => armory.arm(names.map((name) => ({ id: `psc/${name}`, options: {} }))),
    views: (kind) => preuves.filter((preuve) => preuve.kind === kind).map((preuve) => preuve.view),
    recordedSince: async (count) => {
      const deadline = Date.now() + 5000;
      while (preuves.length <= count) {
        if (Date.now() > deadline) throw new Error('nothing was recorded');
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    delivered: () =>
      preuves
        .filter((preuve) => preuve.kind === 'fault/delivered')
        .map((preuve) => preuve.view as unknown as FaultDeliveredView),
    agent: (client) => {
      const agent = new Agent({
        connect: {
          ca: pki.caPem,
          ...(client === undefined ? {} : { cert: client.certPem, key: client.keyPem }),
        },
      });
      agents.push(agent);
      return agent;
    },
    close: async () => {
      stop.abort();
      await Promise.all(agents.map((agent) => agent.destroy()));
      await running.close();
    },
  };
}

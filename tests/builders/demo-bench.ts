import { makeDeck } from '../../src/catalogue/deck.ts';
import type { Deck } from '../../src/domain/deck.ts';
import type { ArmedFault, Fault } from '../../src/domain/fault.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import type { KeyPair, Pki, RunningService } from '../../src/domain/service.ts';
import { startDemo, type RunningDemo } from '../../src/demo/start-demo.ts';
import { openPki } from '../../src/engine/pki-directory.ts';
import { RunArmory } from '../../src/engine/run-armory.ts';
import { virtualClock } from '../../src/engine/virtual-clock.ts';
import { navigatedOutput } from '../../src/pilotes/navigated-output.ts';
import { Navigator } from '../../src/pilotes/navigator.ts';
import { service } from '../../src/services/psc/service.ts';
import { MemoryRecorder } from './memory-recorder.ts';

export const deck: Deck = makeDeck('demo');
/** Identifiant national of a role of the deck. */
export const role = (name: string): string =>
  deck.professionnels.find((one) => one.role === name)?.identifiantNational ?? '';

/** The demo LPS in front of the simulator, and the browser between them. */
export interface Bench {
  readonly demo: RunningDemo;
  readonly psc: RunningService;
  readonly memory: MemoryRecorder;
  readonly armory: RunArmory;
  readonly navigator: Navigator;
  readonly act: (action: string, input?: JsonObject) => Promise<Record<string, unknown>>;
  readonly login: (session?: string) => Promise<Record<string, unknown>>;
  readonly state: (session?: string) => Promise<Record<string, unknown>>;
}

let authority: Promise<Pki> | undefined;
let certificate: Promise<KeyPair> | undefined;
const faults = new Map<string, Fault>();
const open: (() => Promise<void>)[] = [];

/** Closes all that the benches of a test opened, last first. */
export async function closeBenches(): Promise<void> {
  for (const close of open.splice(0).reverse()) await close();
}

/** A fault ready to be armed. */
export async function fault(id: string): Promise<ArmedFault> {
  if (!faults.has(id)) {
    const module = (await import(`../../src/services/psc/faults/${id.replace('psc/', '')}.ts`)) as {
      readonly fault: Fault;
    };
    faults.set(id, module.fault);
  }
  return { id, options: {} };
}

interface Simulator {
  readonly psc: RunningService;
  readonly memory: MemoryRecorder;
  readonly armory: RunArmory;
  close(): Promise<void>;
}

const simulators = new Map<string, Promise<Simulator>>();

/** Closes the simulators that benches shared. */
export async function closeSimulators(): Promise<void> {
  const running = await Promise.all(simulators.values());
  simulators.clear();
  await Promise.all(running.map((simulator) => simulator.close()));
}

async function startSimulator(options: JsonObject, pki: Pki): Promise<Simulator> {
  const memory = new MemoryRecorder();
  const armory = new RunArmory((id) => {
    const found = faults.get(id);
    if (found === undefined) throw new Error(id);
    return found;
  }, memory);
  const stop = new AbortController();
  let random = 0;
  const psc = await service.start!({
    options,
    deck,
    recorder: memory,
    armory,
    clock: virtualClock(),
    pki,
    host: '127.0.0.1',
    random: () => (random += 0.37) % 1,
    signal: stop.signal,
  });
  const close = async (): Promise<void> => {
    stop.abort();
    await psc.close();
  };
  return { psc, memory, armory, close };
}

/**
 * Starts the demo in front of a simulator, configured for each other. In the regime `communaute` the simulator is
 * shared by all benches of a file and reset for each: its keys take longer to make than a login.
 */
export async function bench(
  defauts: readonly string[] = [],
  regime: 'communaute' | 'edc' = 'communaute',
): Promise<Bench> {
  const pki = await (authority ??= openPki());
  const demo = await startDemo({ defauts });
  open.push(() => demo.close());
  const options: JsonObject = {
    regime,
    modes: ['web', 'ciba'],
    client: { id: 'lps-demo', secret: 'secret-de-la-demo', auth: 'client_secret_basic' },
    redirectUris: [],
    postLogoutRedirectUris: [],
    ...(regime === 'edc'
      ? { proxy: { url: demo.proxy, clientId: 'lps-demo', verifierCertificat: false, delaiSecondes: 10 } }
      : {}),
  };
  const key = JSON.stringify(options);
  const starting = simulators.get(key) ?? startSimulator(options, pki);
  simulators.set(key, starting);
  const { psc, memory, armory } = await starting;
  memory.preuves.length = 0;
  armory.disarm();
  const navigator = new Navigator([pki.caPem]);
  open.push(() => navigator.close());
  const act = async (action: string, input: JsonObject = {}): Promise<Record<string, unknown>> => {
    const response = await fetch(`${demo.url}/actions/${action}`, {
      method: 'POST',
      body: JSON.stringify(input),
    });
    if (!response.ok) return { http: response.status };
    const session = input['session'];
    return (await navigatedOutput(
      (await response.json()) as JsonObject,
      typeof session === 'string' ? session : 'principale',
      navigator,
      AbortSignal.timeout(15_000),
    )) as Record<string, unknown>;
  };
  certificate ??= pki.client({ commonName: 'lps', organizationalUnit: '110000001' });
  const certificat = { ...(await certificate) };
  await act('banc.configurer', {
    services: { psc: { ...psc.endpoints } },
    ca: pki.caPem,
    clients: { psc: { ...options, certificat } },
  });
  psc.prepare({ identifiantNational: role('medecin') });
  return {
    demo,
    psc,
    memory,
    armory,
    navigator,
    act,
    login: (session = 'a') => act('psc.connecter', { mode: 'web', session }),
    state: (session = 'a') => act('psc.etat-session', { session }),
  };
}

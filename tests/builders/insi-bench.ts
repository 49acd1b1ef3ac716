import { makeDeck } from '../../src/catalogue/deck.ts';
import type { Deck } from '../../src/domain/deck.ts';
import type { Fault } from '../../src/domain/fault.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import type { Pki, RunningService } from '../../src/domain/service.ts';
import { generateAuthorities, pkiFrom } from '../../src/engine/pki.ts';
import { RunArmory } from '../../src/engine/run-armory.ts';
import { virtualClock } from '../../src/engine/virtual-clock.ts';
import { service } from '../../src/services/insi/service.ts';
import { MemoryRecorder, type KeptPreuve } from './memory-recorder.ts';

/** The INSi simulator of one test file, with all it recorded. */
export interface InsiBench {
  readonly deck: Deck;
  readonly pki: Pki & { readonly caPem: string };
  readonly running: RunningService;
  readonly armory: RunArmory;
  readonly preuves: KeptPreuve[];
  /** Arms one fault by its name in the folder. */
  arm(name: string, options?: JsonObject): Promise<void>;
  /** Another simulator with these options, of the same authority and recorder; to be closed. */
  start(options: JsonObject): Promise<RunningService>;
}

/** Starts the simulator on a free port under an authority of its own. */
export async function startInsiBench(): Promise<InsiBench> {
  const deck = makeDeck('insi');
  const recorder = new MemoryRecorder();
  const faults = new Map<string, Fault>();
  const armory = new RunArmory((id) => {
    const fault = faults.get(id);
    if (fault === undefined) throw new Error(`no fault ${id}`);
    return fault;
  }, recorder);
  const pki = pkiFrom(await generateAuthorities());
  const start = async (options: JsonObject): Promise<RunningService> => {
    const running = await service.start?.({
      options,
      deck,
      recorder,
      armory,
      clock: virtualClock(),
      pki,
      host: '127.0.0.1',
      random: () => 0.5,
      signal: new AbortController().signal,
    });
    if (running === undefined) throw new Error('INSi has no simulator');
    return running;
  };
  return {
    deck,
    pki,
    running: await start({}),
    start,
    armory,
    preuves: recorder.preuves,
    arm: async (name, options = {}) => {
      const module = (await import(`../../src/services/insi/faults/${name}.ts`)) as { readonly fault: Fault };
      faults.set(`insi/${name}`, module.fault);
      armory.arm([{ id: `insi/${name}`, options }]);
    },
  };
}

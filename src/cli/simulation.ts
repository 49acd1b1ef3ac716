import type { Fault } from '../domain/fault.ts';
import type { JsonObject } from '../domain/json.ts';
import type { BlobRef, Preuve, PreuveDraft, Recorder } from '../domain/preuve.ts';
import type { Registry } from '../domain/registry.ts';
import { InputError } from '../domain/segur-error.ts';
import { didYouMean } from '../catalogue/suggest.ts';
import { RunArmory } from '../engine/run-armory.ts';
import type { RunningService } from '../domain/service.ts';
import { RecentBytes } from './recent-bytes.ts';

const kept = 1000;

/** One service being served by hand: what it recorded lately, and what its user may change while it runs. */
export class Simulation {
  readonly service: string;
  readonly armory: RunArmory;
  readonly recorder: Recorder;
  readonly #registry: Registry;
  readonly #preuves: Preuve[] = [];
  readonly #bytes = new RecentBytes();
  readonly #start = performance.now();
  #count = 0;
  #armed: readonly string[] = [];
  #running: RunningService | undefined;

  constructor(service: string, registry: Registry, onPreuve: (preuve: Preuve) => void) {
    this.service = service;
    this.#registry = registry;
    this.recorder = {
      record: <V>(draft: PreuveDraft<V>): Preuve<V> => {
        this.#count += 1;
        const preuve: Preuve<V> = {
          ...draft,
          id: `p-${String(this.#count).padStart(6, '0')}`,
          at: Math.round(performance.now() - this.#start),
          raw: Object.fromEntries(
            Object.entries(draft.raw ?? {}).map(([name, bytes]) => [name, this.#bytes.keep(bytes)]),
          ),
        };
        this.#preuves.push(preuve);
        if (this.#preuves.length > kept) this.#preuves.shift();
        onPreuve(preuve);
        return preuve;
      },
      secret: () => undefined,
    };
    this.armory = new RunArmory((id) => this.#fault(id), this.recorder);
  }

  attach(running: RunningService): void {
    this.#running = running;
  }

  /** Faults of this service, by id. */
  faults(): readonly (readonly [string, Fault])[] {
    return [...this.#registry.faults].filter(([id]) => id.startsWith(`${this.service}/`));
  }

  armed(): readonly string[] {
    return this.#armed;
  }

  /** Arms exactly these faults until told otherwise; throws InputError for an unknown id. */
  arm(ids: readonly string[]): void {
    const full = ids.map((id) => (id.includes('/') ? id : `${this.service}/${id}`));
    for (const id of full) this.#fault(id);
    this.#armed = full;
    this.armory.arm(full.map((id) => ({ id, options: {} })));
  }

  prepare(state: JsonObject): void {
    this.#running?.prepare(state);
  }

  async operate(operation: string, input: JsonObject): Promise<JsonObject> {
    return (await this.#running?.operate(operation, input)) ?? {};
  }

  /** Raw bytes of a recent preuve; none once they are forgotten. */
  bytes(ref: BlobRef): Uint8Array {
    return this.#bytes.get(ref);
  }

  recent(): readonly Preuve[] {
    return this.#preuves;
  }

  #fault(id: string): Fault {
    const fault = this.#registry.faults.get(id);
    if (fault !== undefined) return fault;
    throw new InputError('FAULT_UNKNOWN', `no fault ${id}`, {
      hint: `${didYouMean(
        id,
        this.faults().map(([known]) => known),
      )} Tapez « list ».`.trim(),
    });
  }
}

import type { ArmedFault, Armory, Deviated, Fault } from '../domain/fault.ts';
import type { FaultDeliveredView, Recorder } from '../domain/preuve.ts';

/** The arming of one run: the engine arms and disarms, simulators apply, deliveries are recorded. */
export class RunArmory implements Armory {
  readonly #fault: (id: string) => Fault;
  readonly #recorder: Recorder;
  readonly #listeners: { readonly target: string; readonly listener: () => void }[] = [];
  #armed: { readonly armed: ArmedFault; left: number }[] = [];

  constructor(fault: (id: string) => Fault, recorder: Recorder) {
    this.#fault = fault;
    this.#recorder = recorder;
  }

  arm(faults: readonly ArmedFault[]): void {
    const before = this.#targets();
    this.#armed = faults.map((armed) => ({ armed, left: armed.times ?? Number.POSITIVE_INFINITY }));
    const touched = new Set([...before, ...this.#targets()]);
    for (const { target, listener } of this.#listeners) if (touched.has(target)) listener();
  }

  disarm(): void {
    this.arm([]);
  }

  onChange(target: string, listener: () => void): void {
    this.#listeners.push({ target, listener });
  }

  #targets(): readonly string[] {
    if (this.#listeners.length === 0) return [];
    return this.#armed.map(({ armed }) => this.#fault(armed.id).target);
  }

  apply<A>(target: string, artefact: A, context: object): Deviated<A> {
    let current = artefact;
    const applied: { readonly id: string; readonly target: string }[] = [];
    for (const entry of this.#armed) {
      const fault = this.#fault(entry.armed.id);
      if (fault.target !== target || entry.left <= 0) continue;
      entry.left -= 1;
      current = fault.apply(current, { ...context, options: entry.armed.options }) as A;
      applied.push({ id: entry.armed.id, target });
    }
    return {
      artefact: current,
      faults: applied.map((fault) => fault.id),
      delivered: (carrier, after) => {
        for (const { id, target: hit } of applied) {
          const view: FaultDeliveredView = {
            fault: id,
            target: hit,
            ...(carrier === undefined ? {} : { carrier }),
          };
          this.#recorder.record({ kind: 'fault/delivered', view, raw: { after } });
        }
      },
    };
  }
}

import type { Preuve, PreuveDraft, Recorder } from '../domain/preuve.ts';

/** The part of the store that a run writes to. */
export interface PreuveSink {
  append<V>(
    draft: PreuveDraft<V> & { readonly at: number; readonly scenario?: string; readonly step?: string },
  ): Preuve<V>;
  secret(label: string, value: string): void;
}

export interface Place {
  readonly scenario: string;
  readonly step: string;
}

type Listener = (preuve: Preuve) => void;

/**
 * Stamps every fact with the running step and the time since the start, hands it to the store, then tells who
 * waits. Traffic that comes while no step runs is kept without a place: the report shows it as unexpected.
 */
export class RunRecorder implements Recorder {
  readonly #sink: PreuveSink;
  readonly #timeScale: number;
  readonly #start = performance.now();
  readonly #listeners = new Set<Listener>();
  readonly #scenarioLog: Preuve[] = [];
  #place: Place | undefined;

  constructor(sink: PreuveSink, timeScale = 1) {
    this.#sink = sink;
    this.#timeScale = timeScale;
  }

  /** Milliseconds since the start of the run, in the time that the software lives. */
  elapsed(): number {
    return Math.round((performance.now() - this.#start) * this.#timeScale);
  }

  enter(place: Place | undefined): void {
    if (place?.scenario !== this.#place?.scenario) this.#scenarioLog.length = 0;
    this.#place = place;
  }

  /** Preuves of the running scenario, in order. */
  scenarioPreuves(): readonly Preuve[] {
    return this.#scenarioLog;
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  record<V>(draft: PreuveDraft<V>): Preuve<V> {
    const preuve = this.#sink.append({ ...draft, at: this.elapsed(), ...this.#place });
    if (this.#place !== undefined) this.#scenarioLog.push(preuve);
    for (const listener of this.#listeners) listener(preuve);
    return preuve;
  }

  secret(label: string, value: string): void {
    this.#sink.secret(label, value);
  }
}

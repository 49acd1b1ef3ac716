import type { Preuve, PreuveDraft, Recorder } from '../../src/domain/preuve.ts';

/** A preuve with its raw bytes at hand. */
export interface KeptPreuve<V = unknown> extends Preuve<V> {
  readonly bytes: Readonly<Record<string, Uint8Array>>;
}

/** Keeps in memory what simulators record, in order. */
export class MemoryRecorder<Kept = unknown> implements Recorder {
  readonly preuves: KeptPreuve<Kept>[] = [];

  record<V>(draft: PreuveDraft<V>): Preuve<V> {
    const preuve = { ...draft, id: `p-${String(this.preuves.length + 1)}`, at: 0, raw: {} };
    this.preuves.push({ ...preuve, bytes: draft.raw ?? {} } as unknown as KeptPreuve<Kept>);
    return preuve;
  }

  secret(): void {
    // Nothing to hide in memory.
  }

  kinds(): readonly string[] {
    return this.preuves.map(({ kind }) => kind);
  }
}

import { hash } from 'node:crypto';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { BlobRef } from '../domain/preuve.ts';
import { blockSize, entryLength, packEnd, writeBlobHeader } from './blob-entry.ts';
import { appendWhole, takeBack, type GrowingFile } from './write-whole.ts';

/** Name of the pack in the folder of a run. */
export const packName = 'blobs.tar';

/**
 * The blobs of a run, open for writing: one tar that only grows, an entry per distinct content. Docs:
 * docs/preuves-store.md.
 */
export class BlobPack {
  readonly #file: GrowingFile;
  readonly #known = new Set<string>();
  /** What the running preuve brings: nothing of it stays unless `settle` is reached. */
  #fresh: { readonly ref: BlobRef; readonly bytes: Uint8Array }[] = [];
  #settledLength = 0;

  /** Throws what the system throws when the file exists or cannot be made. */
  constructor(path: string) {
    this.#file = { descriptor: openSync(path, 'ax'), length: 0 };
  }

  /** Distinct contents kept so far. */
  get size(): number {
    return this.#known.size;
  }

  /** Names the content; new content waits for `flush`. */
  keep(bytes: Uint8Array): BlobRef {
    const ref = { sha256: hash('sha256', bytes), size: bytes.length };
    if (!this.#known.has(ref.sha256)) {
      this.#known.add(ref.sha256);
      this.#fresh.push({ ref, bytes });
    }
    return ref;
  }

  /** Hands the new contents to the system, in one write. */
  flush(): void {
    if (this.#fresh.length === 0) return;
    const entries = Buffer.allocUnsafe(
      this.#fresh.reduce((sum, { bytes }) => sum + entryLength(bytes.length), 0),
    );
    let at = 0;
    for (const { ref, bytes } of this.#fresh) {
      writeBlobHeader(entries, at, ref);
      entries.set(bytes, at + blockSize);
      const end = at + entryLength(bytes.length);
      entries.fill(0, at + blockSize + bytes.length, end);
      at = end;
    }
    appendWhole(this.#file, entries);
  }

  /** The line that names the new contents is written: they stay. */
  settle(): void {
    this.#fresh = [];
    this.#settledLength = this.#file.length;
  }

  /** The line could not be written: its contents leave the pack, which holds named blobs only. */
  takeBack(): void {
    for (const { ref } of this.#fresh) this.#known.delete(ref.sha256);
    this.#fresh = [];
    takeBack(this.#file, this.#settledLength);
  }

  /** Ends the tar and waits until the disk has it. */
  close(): void {
    appendWhole(this.#file, packEnd);
    fsyncSync(this.#file.descriptor);
    closeSync(this.#file.descriptor);
  }
}

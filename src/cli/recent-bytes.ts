import { createHash } from 'node:crypto';
import type { BlobRef } from '../domain/preuve.ts';

const keptBytes = 64 * 1024 * 1024;

/** Bytes recorded lately, by content; the oldest are forgotten once there are more than 64 MiB. */
export class RecentBytes {
  readonly #blobs = new Map<string, Uint8Array>();
  #size = 0;

  keep(bytes: Uint8Array): BlobRef {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (!this.#blobs.has(sha256)) {
      // A copy of its own: a view of a larger buffer would hold all of it.
      this.#blobs.set(sha256, Uint8Array.from(bytes));
      this.#size += bytes.length;
      for (const [oldest, old] of this.#blobs) {
        if (this.#size <= keptBytes) break;
        this.#blobs.delete(oldest);
        this.#size -= old.length;
      }
    }
    return { sha256, size: bytes.length };
  }

  /** The bytes, or none when they were forgotten. */
  get({ sha256 }: BlobRef): Uint8Array {
    return this.#blobs.get(sha256) ?? new Uint8Array();
  }
}

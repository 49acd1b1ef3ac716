import type { BlobRef, Preuve } from './preuve.ts';
import type { Plan } from './plan.ts';
import type { Deck } from './deck.ts';

/** How a run ended; anything but `complete` leaves the rows of unfinished steps unexercised. */
export type RunEnd = 'complete' | 'interrupted' | 'crashed';

/**
 * The read side of a sealed store: everything the verdict may depend on, and nothing else.
 * Same sealed run, same report body, byte for byte.
 */
export interface SealedRun {
  readonly id: string;
  /** ISO 8601, from the seal, never from the machine that reads. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly end: RunEnd;
  readonly bench: { readonly version: string };
  readonly pilote: string;
  readonly plan: Plan;
  readonly deck: Deck;
  readonly endpoints: Readonly<Record<string, string>>;
  readonly preuves: readonly Preuve[];
  /** Merkle root over index lines and blobs, lower-case hex. */
  readonly root: string;
  /** SHA-256 (base64) of the SPKI of the key whose signature of the root was verified; absent when nobody signed. */
  readonly signer?: string;
  readonly bytes: (ref: BlobRef) => Uint8Array;
}

/** Ceilings that a hostile archive meets before memory does. Sizes in bytes. */
export interface ZipLimits {
  readonly maxEntries: number;
  /** Sum of the inflated sizes. */
  readonly maxInflatedBytes: number;
  /** Inflated to deflated size of one entry; judged above 1 MiB only, where it starts to matter. */
  readonly maxRatio: number;
  /** Folders in a name. */
  readonly maxDepth: number;
}

/** Room for a mail of 25 MB holding documents and their PDF; far under what harms the bench. */
export const defaultZipLimits: ZipLimits = {
  maxEntries: 1_000,
  maxInflatedBytes: 256 * 1024 * 1024,
  maxRatio: 200,
  maxDepth: 8,
};

export type ZipProblemCode =
  | 'zip-unreadable'
  | 'zip-multi-disk'
  | 'zip-zip64'
  | 'zip-too-many-entries'
  | 'zip-too-large'
  | 'zip-name-unsafe'
  | 'zip-name-duplicate'
  | 'zip-encrypted'
  | 'zip-method-unknown'
  | 'zip-ratio'
  | 'zip-headers-differ'
  | 'zip-entries-overlap'
  | 'zip-inflate-failed'
  | 'zip-crc-wrong'
  | 'zip-nested';

/** One reason why an archive, or one of its entries, was not read. */
export interface ZipProblem {
  readonly code: ZipProblemCode;
  /** Name of the entry as written, absent when the archive itself is at fault. */
  readonly entry?: string;
  readonly detail: string;
}

/** One entry that passed every test; a folder entry has no bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly folder: boolean;
  readonly bytes: Uint8Array;
}

/** What could be read safely, and everything that could not. */
export interface ZipReading {
  readonly entries: readonly ZipEntry[];
  readonly problems: readonly ZipProblem[];
}

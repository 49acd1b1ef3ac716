import { sha256, type DiskCache } from '../disk-cache/disk-cache.ts';
import type { FileStamp, KitFiles } from './kit-files.ts';

/** Changes whenever an entry would mean something else. */
const format = 'segur-hashes-1';

/** A file that changed this lately (ms) may change again within the same tick of the clock of its disk. */
const settled = 2000;

/** The content of the files of a kit, without reading it all again. */
export interface ContentHashes {
  /** SHA-256 of a file, in hexadecimal. */
  of(path: string): string;
  /** Whether every file still has the content of its hash. */
  areCurrent(hashes: Readonly<Record<string, string>>): boolean;
  /** Keeps what was learnt. */
  save(): void;
}

type Known = readonly [size: number, modified: number, changed: number, hash: string];

/**
 * Hashes of the files of a kit. A file whose size and times are those of its last reading is not read again, as
 * version control systems do; one that was just written always is.
 */
export function openContentHashes(files: KitFiles, cache: DiskCache): ContentHashes {
  const key = sha256([format, files.directory].join('\0'));
  const known = new Map(Object.entries(readEntry(cache.read(key))));
  const verified = new Map<string, string>();
  let news = false;
  const learn = (path: string): string => {
    const stamp = files.stamp(path);
    const before = known.get(path);
    if (before !== undefined && isSame(before, stamp)) return before[3];
    const hash = sha256(files.read(path));
    if (Date.now() - stamp.changed > settled) {
      known.set(path, [stamp.size, stamp.modified, stamp.changed, hash]);
      news = true;
    }
    return hash;
  };
  const of = (path: string): string => {
    let hash = verified.get(path);
    if (hash === undefined) verified.set(path, (hash = learn(path)));
    return hash;
  };
  return {
    of,
    areCurrent: (hashes) => {
      try {
        return Object.entries(hashes).every(([path, hash]) => of(path) === hash);
      } catch {
        // A file that is gone, or cannot be read, is not what it was.
        return false;
      }
    },
    save: () => {
      if (news) cache.write(key, { format, files: Object.fromEntries(known) });
      news = false;
    },
  };
}

function isSame([size, modified, changed]: Known, stamp: FileStamp): boolean {
  return size === stamp.size && modified === stamp.modified && changed === stamp.changed;
}

function readEntry(entry: unknown): Readonly<Record<string, Known>> {
  if (typeof entry !== 'object' || entry === null || !('format' in entry) || !('files' in entry)) return {};
  const { files } = entry;
  if (entry.format !== format || typeof files !== 'object' || files === null) return {};
  return Object.values(files).every(isKnown) ? (files as Readonly<Record<string, Known>>) : {};
}

function isKnown(value: unknown): value is Known {
  if (!Array.isArray(value) || value.length !== 4) return false;
  return value.slice(0, 3).every((one) => typeof one === 'number') && typeof value[3] === 'string';
}

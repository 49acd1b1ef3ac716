import { sha256 } from '../disk-cache/disk-cache.ts';
import type { KitStore } from './kit-store.ts';
import { loadSchematron } from './load-schematron.ts';
import { packSchematron, unpackSchematron, type PackedSchematron } from './pack-schematron.ts';
import type { SchematronSource } from './schematron-source.ts';
import { withSelectors } from './with-selectors.ts';

/** Changes whenever the shape of PackedSchematron or its meaning does: older entries are then not found. */
const format = 'segur-schematron-2';

interface CacheEntry {
  readonly format: typeof format;
  /** SHA-256 of every file that went in, by path. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly packed: PackedSchematron;
}

/** A schema from the cache when every input still has the content that it was made of, read again otherwise. */
export function loadCachedSchematron({ files, hashes, cache }: KitStore, path: string): SchematronSource {
  const key = sha256([format, files.listing, path].join('\0'));
  const known = readEntry(cache.read(key));
  if (known !== undefined && hashes.areCurrent(known.inputs)) {
    const source = attempt(known.packed);
    if (source !== undefined) return source;
  }
  const source = withSelectors(loadSchematron(files, path));
  const inputs = Object.fromEntries(source.files.map((one) => [one, hashes.of(one)]));
  const packed = packSchematron(source);
  cache.write(key, { format, inputs, packed } satisfies CacheEntry);
  // What was packed shares what it repeats: it is lighter than what was read.
  return unpackSchematron(packed);
}

function readEntry(entry: unknown): CacheEntry | undefined {
  if (typeof entry !== 'object' || entry === null || !('format' in entry)) return undefined;
  // Written whole, under a name that holds the format.
  return entry.format === format ? (entry as CacheEntry) : undefined;
}

function attempt(packed: PackedSchematron): SchematronSource | undefined {
  try {
    return unpackSchematron(packed);
  } catch {
    // Of another shape than its format says: the schema is read again.
    return undefined;
  }
}

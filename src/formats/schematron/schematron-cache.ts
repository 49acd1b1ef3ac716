import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { KitFiles } from './kit-files.ts';
import { loadSchematron } from './load-schematron.ts';
import type { SchematronSource } from './schematron-source.ts';

/** Changes whenever the shape of SchematronSource or its meaning does: older entries are then not found. */
const cacheFormat = 'segur-schematron-1';

interface CacheEntry {
  readonly format: string;
  /** SHA-256 of every file that went in, by path. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly source: SchematronSource;
}

/** Where compiled rule sets are kept: `$XDG_CACHE_HOME/segur`, or `~/.cache/segur`. */
export function defaultCacheDirectory(): string {
  const home = process.env['XDG_CACHE_HOME'];
  return join(home === undefined || home === '' ? join(homedir(), '.cache') : home, 'segur');
}

/**
 * A schema from the cache when every input still has the content it was made of, read again otherwise. Entries are
 * written whole then renamed, so that runs side by side never see half of one; a broken entry, or a directory
 * that cannot be written, costs time only. `directory` undefined means no cache.
 */
export function loadCachedSchematron(
  files: KitFiles,
  path: string,
  directory: string | undefined,
): SchematronSource {
  if (directory === undefined) return loadSchematron(files, path);
  const key = sha256(
    Buffer.from([cacheFormat, files.paths.join('\n'), path, sha256(files.read(path))].join('\0')),
  );
  const file = join(directory, `${key}.json`);
  const known = readEntry(file, files);
  if (known !== undefined) return known;
  const source = loadSchematron(files, path);
  const inputs = Object.fromEntries(source.files.map((one) => [one, sha256(files.read(one))]));
  const entry: CacheEntry = { format: cacheFormat, inputs, source };
  writeWhole(directory, file, JSON.stringify(entry));
  return source;
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function readEntry(file: string, files: KitFiles): SchematronSource | undefined {
  try {
    const entry = JSON.parse(readFileSync(file, 'utf8')) as Partial<CacheEntry>;
    if (entry.format !== cacheFormat || entry.inputs === undefined) return undefined;
    const fresh = Object.entries(entry.inputs).every(([path, hash]) => sha256(files.read(path)) === hash);
    return fresh ? entry.source : undefined;
  } catch {
    // Absent, cut short or of another shape: the schema is read again.
    return undefined;
  }
}

/** Writes a file whole then renames it, so that no reader sees half of one. Failure is not told: a cache may be absent. */
export function writeWhole(directory: string, file: string, text: string): void {
  const draft = `${file}.${process.pid}.${randomBytes(6).toString('hex')}`;
  try {
    mkdirSync(directory, { recursive: true });
    try {
      writeFileSync(draft, text);
      renameSync(draft, file);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch {
    // A home that is read-only, full or no directory is no reason to refuse a document.
  }
}

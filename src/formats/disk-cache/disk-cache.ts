import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** JSON kept between runs under the name of what it was made of. Absent, broken or unwritable, it costs time only. */
export interface DiskCache {
  /** What was kept under a key; undefined when nothing readable was. */
  read(key: string): unknown;
  /** Keeps a value: whole then renamed, so that runs side by side never see half of one. */
  write(key: string, value: unknown): void;
}

/** Where work is kept between runs: `$XDG_CACHE_HOME/segur`, or `~/.cache/segur`. */
export function defaultCacheDirectory(): string {
  const home = process.env['XDG_CACHE_HOME'];
  return join(home === undefined || home === '' ? join(homedir(), '.cache') : home, 'segur');
}

/** A cache in a directory; undefined keeps nothing. */
export function openDiskCache(directory: string | undefined): DiskCache {
  if (directory === undefined) return { read: () => undefined, write: () => undefined };
  const fileOf = (key: string): string => join(directory, `${key}.json`);
  return {
    read: (key) => {
      try {
        return JSON.parse(readFileSync(fileOf(key), 'utf8')) as unknown;
      } catch {
        // Absent or cut short: made again.
        return undefined;
      }
    },
    write: (key, value) => writeWhole(directory, fileOf(key), JSON.stringify(value)),
  };
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Failure is not told: a cache may be absent. */
function writeWhole(directory: string, file: string, text: string): void {
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

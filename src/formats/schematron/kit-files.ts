import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { InputError } from '../../domain/segur-error.ts';

/** The files of a kit by paths relative to it, with `/`; letter case does not count. */
export interface KitFiles {
  /** Absolute directory. */
  readonly directory: string;
  readonly paths: readonly string[];
  /** SHA-256 of the list of paths, in hexadecimal. */
  readonly listing: string;
  /** The path of an address seen from a file, or undefined when it is not in the kit. */
  resolve(from: string, address: string): string | undefined;
  /** Bytes of a path that `paths` or `resolve` gave. */
  read(path: string): Uint8Array;
  /** What the disk says of a file without reading it. */
  stamp(path: string): FileStamp;
}

/** Size and times of a file; the second changes with any change of content, and no program can set it back. */
export interface FileStamp {
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
}

/** Lists a directory once. Throws InputError `kit-unreadable`; nothing outside of the directory is ever read. */
export function listKitFiles(directory: string): KitFiles {
  let paths: readonly string[];
  try {
    paths = pathsUnder(directory).sort();
  } catch (cause) {
    throw unreadable(directory, cause);
  }
  const exact = new Set(paths);
  let byLowerCase: ReadonlyMap<string, string> | undefined;
  let listing: string | undefined;
  return {
    directory,
    paths,
    get listing() {
      return (listing ??= createHash('sha256').update(paths.join('\n')).digest('hex'));
    },
    resolve: (from, address) => {
      if (address === '' || /^[a-z][a-z0-9+.-]+:/i.test(address)) return undefined;
      const clean = decodeAddress(address)
        .replace(/[#?].*$/, '')
        .replaceAll('\\', '/')
        .normalize('NFC');
      const path = posix.normalize(posix.join(posix.dirname(from), clean));
      if (exact.has(path)) return path;
      byLowerCase ??= new Map(paths.map((one) => [one.toLowerCase(), one]));
      return byLowerCase.get(path.toLowerCase());
    },
    read: (path) => readFileSync(join(directory, path)),
    stamp: (path) => {
      const { size, mtimeMs, ctimeMs } = statSync(join(directory, path));
      return { size, modified: mtimeMs, changed: ctimeMs };
    },
  };
}

/** Throws what `listKitFiles` does for a directory that is none, without going through it. */
export function requireKit(directory: string): void {
  try {
    readdirSync(directory);
  } catch (cause) {
    throw unreadable(directory, cause);
  }
}

function unreadable(directory: string, cause: unknown): InputError {
  return new InputError('kit-unreadable', `the kit ${directory} cannot be read`, {
    at: { file: directory },
    hint: 'give the directory that holds schematrons/, jeuxDeValeurs/ and infrastructure/',
    cause,
  });
}

/** Files below a directory, links not followed. */
function pathsUnder(directory: string): string[] {
  const paths: string[] = [];
  const walk = (folder: string, prefix: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = `${prefix}${entry.name.normalize('NFC')}`;
      if (entry.isDirectory()) walk(join(folder, entry.name), `${path}/`);
      else if (entry.isFile()) paths.push(path);
    }
  };
  walk(directory, '');
  return paths;
}

function decodeAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    // A stray per cent sign is a character of the name.
    return address;
  }
}

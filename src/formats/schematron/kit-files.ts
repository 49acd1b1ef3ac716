import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { InputError } from '../../domain/segur-error.ts';

/** The files of a kit by paths relative to it, with `/`; letter case does not count. */
export interface KitFiles {
  /** Absolute directory. */
  readonly directory: string;
  readonly paths: readonly string[];
  /** The path of an address seen from a file, or undefined when it is not in the kit. */
  resolve(from: string, address: string): string | undefined;
  /** Bytes of a path that `paths` or `resolve` gave. */
  read(path: string): Uint8Array;
}

/** Lists a directory once. Throws InputError `kit-unreadable`; nothing outside of the directory is ever read. */
export function listKitFiles(directory: string): KitFiles {
  let paths: readonly string[];
  try {
    paths = readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/').normalize('NFC'),
      )
      .sort();
  } catch (cause) {
    throw new InputError('kit-unreadable', `the kit ${directory} cannot be read`, {
      at: { file: directory },
      hint: 'give the directory that holds schematrons/, jeuxDeValeurs/ and infrastructure/',
      cause,
    });
  }
  const byLowerCase = new Map(paths.map((path) => [path.toLowerCase(), path]));
  const exact = new Set(paths);
  return {
    directory,
    paths,
    resolve: (from, address) => {
      if (address === '' || /^[a-z][a-z0-9+.-]+:/i.test(address)) return undefined;
      const clean = decodeAddress(address)
        .replace(/[#?].*$/, '')
        .replaceAll('\\', '/')
        .normalize('NFC');
      const path = posix.normalize(posix.join(posix.dirname(from), clean));
      return exact.has(path) ? path : byLowerCase.get(path.toLowerCase());
    },
    read: (path) => readFileSync(join(directory, path)),
  };
}

function decodeAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    // A stray per cent sign is a character of the name.
    return address;
  }
}

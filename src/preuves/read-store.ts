import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Preuve } from '../domain/preuve.ts';
import type { RunFile } from '../domain/run.gen.ts';
import { InputError } from '../domain/segur-error.ts';
import { packName } from './blob-pack.ts';
import { merkleLeaf } from './merkle.ts';
import { packed, readPack, type PackContent } from './read-blob-pack.ts';
import type { SealedContent } from './seal-store.ts';
import type { StoreSchemas } from './store-schemas.ts';
import { storeVersion } from './store-version.ts';

/** Everything a store holds, hashes of blobs verified, its seal not yet looked at. */
export interface StoreContent extends SealedContent {
  readonly run: RunFile;
  readonly preuves: readonly Preuve[];
  readonly pack: PackContent;
  /** SHA-256 of the blobs that the lines name. */
  readonly named: ReadonlySet<string>;
  /** Byte length of the index that ends with its last whole line. */
  readonly wholeBytes: number;
  /** True when bytes follow the last whole line: the writer died in the middle of one. */
  readonly halfLine: boolean;
}

/** Reads and verifies a store's files, lines and blobs; throws InputError naming the file and the rule. */
export function readStore(directory: string, schemas: StoreSchemas): StoreContent {
  refuseOtherFormat(directory);
  const files = [
    readPart(directory, 'run.json'),
    readPart(directory, 'plan.json'),
    readPart(directory, 'deck.json'),
  ] as const;
  const run = schemas.run(parse(files[0], join(directory, 'run.json')), {
    file: join(directory, 'run.json'),
  });
  const pack = readPack(directory);
  const packFile = join(directory, packName);
  const file = join(directory, 'preuves.ndjson');
  const index = readPart(directory, 'preuves.ndjson');
  const lines: Buffer[] = [];
  const preuves: Preuve[] = [];
  const named = new Set<string>();
  let start = 0;
  for (let end = index.indexOf(10); end >= 0; end = index.indexOf(10, start)) {
    const bytes = index.subarray(start, end);
    const at = { file, line: preuves.length + 1 };
    const preuve = schemas.preuve(parse(bytes, file, at.line), at);
    const expected = `p-${String(at.line).padStart(6, '0')}`;
    if (preuve.id !== expected) {
      throw new InputError('STORE_SEQUENCE', `line holds ${preuve.id}, ${expected} was expected`, {
        at,
        hint: 'A line was added, removed or moved: take the original store.',
      });
    }
    for (const ref of Object.values(preuve.raw)) {
      packed(pack, ref, packFile);
      named.add(ref.sha256);
    }
    lines.push(merkleLeaf(bytes));
    preuves.push(preuve);
    start = end + 1;
  }
  return {
    run,
    files,
    lines,
    preuves,
    pack,
    named,
    wholeBytes: start,
    halfLine: start < index.length,
  };
}

/** A store of another format is told as such, not as a damaged one. */
function refuseOtherFormat(directory: string): void {
  const file = join(directory, 'run.json');
  const run = parse(readPart(directory, 'run.json'), file);
  const version: unknown =
    typeof run === 'object' && run !== null && 'version' in run ? run.version : undefined;
  if (typeof version !== 'number' || version === storeVersion) return;
  throw new InputError(
    'STORE_FORMAT',
    `this run has format ${String(version)}, this version of segur reads format ${String(storeVersion)}`,
    {
      at: { file, path: '/version' },
      hint: 'Judge it with the version of segur that wrote it, or run again.',
    },
  );
}

/** Parses JSON of a store; throws InputError with the place. */
export function parse(bytes: Uint8Array, file: string, line?: number): unknown {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  } catch (cause) {
    throw new InputError('STORE_JSON', 'not JSON', {
      cause,
      at: { file, ...(line === undefined ? {} : { line }) },
      hint: 'The file was changed or cut: take the original store.',
    });
  }
}

function readPart(directory: string, name: string): Buffer {
  return readFileOr(join(directory, name), 'STORE_FILE_MISSING');
}

function readFileOr(file: string, code: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new InputError(code, 'cannot read this file of the store', {
      cause,
      at: { file },
      hint: 'Give the directory of a run, whole: run.json, plan.json, deck.json, preuves.ndjson, blobs.tar, seal.json.',
    });
  }
}

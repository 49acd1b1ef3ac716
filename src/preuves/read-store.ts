import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BlobRef, Preuve } from '../domain/preuve.ts';
import type { RunFile } from '../domain/run.gen.ts';
import { InputError } from '../domain/segur-error.ts';
import { merkleLeaf } from './merkle.ts';
import type { SealedContent } from './seal-store.ts';
import type { StoreSchemas } from './store-schemas.ts';

/** Everything a store holds, hashes of blobs verified, its seal not yet looked at. */
export interface StoreContent extends SealedContent {
  readonly run: RunFile;
  readonly preuves: readonly Preuve[];
  /** Distinct blobs named by the lines. */
  readonly blobs: number;
  /** Byte length of the index that ends with its last whole line. */
  readonly wholeBytes: number;
  /** True when bytes follow the last whole line: the writer died in the middle of one. */
  readonly halfLine: boolean;
}

/** Reads and verifies a store's files, lines and blobs; throws InputError naming the file and the rule. */
export function readStore(directory: string, schemas: StoreSchemas): StoreContent {
  const files = [
    readPart(directory, 'run.json'),
    readPart(directory, 'plan.json'),
    readPart(directory, 'deck.json'),
  ] as const;
  const run = schemas.run(parse(files[0], join(directory, 'run.json')), {
    file: join(directory, 'run.json'),
  });
  const file = join(directory, 'preuves.ndjson');
  const index = readPart(directory, 'preuves.ndjson');
  const lines: Buffer[] = [];
  const preuves: Preuve[] = [];
  const seen = new Set<string>();
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
      if (!seen.has(ref.sha256)) readBlob(directory, ref);
      seen.add(ref.sha256);
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
    blobs: seen.size,
    wholeBytes: start,
    halfLine: start < index.length,
  };
}

/** Bytes of a blob, verified against its name and size; throws InputError when it is missing or changed. */
export function readBlob(directory: string, ref: BlobRef): Buffer {
  const file = join(directory, 'blobs', ref.sha256.slice(0, 2), ref.sha256);
  const bytes = readFileOr(file, 'STORE_BLOB_MISSING');
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== ref.sha256 || bytes.length !== ref.size) {
    throw new InputError('STORE_BLOB', 'the bytes do not have the SHA-256 that names them', {
      at: { file },
      hint: 'The blob was changed after the run: take the original store.',
      details: { expected: ref.sha256, actual, size: bytes.length },
    });
  }
  return bytes;
}

/** Parses JSON of a store; throws InputError with the place. */
export function parse(bytes: Uint8Array, file: string, line?: number): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
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
      hint: 'Give the directory of a run, whole: run.json, plan.json, deck.json, preuves.ndjson, blobs/, seal.json.',
    });
  }
}

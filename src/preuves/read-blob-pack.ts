import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { blobPath } from '../domain/blob-path.ts';
import type { BlobRef } from '../domain/preuve.ts';
import { InputError } from '../domain/segur-error.ts';
import { blockSize, entryLength, packEnd, readBlobHeader } from './blob-entry.ts';
import { packName } from './blob-pack.ts';

const windowLength = 1024 * 1024;
/** Above what any simulator or file of a dossier may give: a header that says more was not written here. */
const longestBlob = 1024 * 1024 * 1024;
const takeOriginal = 'Take the original store.';

/** Where the blobs of a pack are, by SHA-256, and how the pack ends. */
export interface PackContent {
  readonly blobs: ReadonlyMap<string, PackedBlob>;
  /** Length of what holds whole blobs, without the end mark. */
  readonly wholeBytes: number;
  /** `sealed`: the end mark and nothing after it; `open`: nothing at all; `cut`: anything else. */
  readonly end: 'sealed' | 'open' | 'cut';
}

export interface PackedBlob {
  /** Of the content, in bytes. */
  readonly offset: number;
  readonly size: number;
}

/**
 * Reads a pack from end to end, verifies each blob against its name. Throws InputError naming the blob whose bytes
 * were changed, or that is there twice; a block that is no header ends the reading.
 */
export function readPack(directory: string): PackContent {
  const file = join(directory, packName);
  return withDescriptor(file, (descriptor) => {
    const { size: length } = fstatSync(descriptor);
    const read = windowOf(descriptor);
    const blobs = new Map<string, PackedBlob>();
    let at = 0;
    while (at + blockSize <= length) {
      const ref = readBlobHeader(read(at, blockSize));
      if (ref === undefined || ref.size > longestBlob || at + entryLength(ref.size) > length) break;
      const offset = at + blockSize;
      verifyBlob(read(offset, ref.size), ref, file);
      if (blobs.has(ref.sha256)) throw refused('STORE_BLOB_TWICE', 'this blob is there twice', ref, file);
      blobs.set(ref.sha256, { offset, size: ref.size });
      at += entryLength(ref.size);
    }
    const rest = read(at, Math.min(length - at, packEnd.length + 1));
    return {
      blobs,
      wholeBytes: at,
      end: rest.length === 0 ? 'open' : rest.equals(packEnd) ? 'sealed' : 'cut',
    };
  });
}

/** Content of one blob, verified; throws InputError when it is missing or was changed. */
export function readBlob(directory: string, pack: PackContent, ref: BlobRef): Buffer {
  const file = join(directory, packName);
  const { offset } = packed(pack, ref, file);
  return withDescriptor(file, (descriptor) => {
    const bytes = readAt(descriptor, offset, ref.size);
    verifyBlob(bytes, ref, file);
    return bytes;
  });
}

/** Where a blob is; throws InputError when the pack lacks it, or has it in another size. */
export function packed(pack: PackContent, ref: BlobRef, file: string): PackedBlob {
  const found = pack.blobs.get(ref.sha256);
  if (found === undefined) throw refused('STORE_BLOB_MISSING', 'this blob is missing', ref, file);
  if (found.size !== ref.size) throw refused('STORE_BLOB', 'this blob has another size', ref, file);
  return found;
}

function verifyBlob(bytes: Buffer, ref: BlobRef, file: string): void {
  const actual = hash('sha256', bytes);
  if (actual === ref.sha256 && bytes.length === ref.size) return;
  throw refused('STORE_BLOB', 'the bytes do not have the SHA-256 that names them', ref, file, actual);
}

function refused(code: string, message: string, ref: BlobRef, file: string, actual?: string): InputError {
  return new InputError(code, message, {
    at: { file, path: blobPath(ref.sha256) },
    hint: `The pack was changed after the run. ${takeOriginal}`,
    details: { size: ref.size, ...(actual === undefined ? {} : { actual }) },
  });
}

/** Reads by large windows: a blob is mostly shorter than the cost of asking the system for it. */
function windowOf(descriptor: number): (offset: number, length: number) => Buffer {
  let start = 0;
  let window: Buffer = Buffer.alloc(0);
  return (offset, length) => {
    if (offset < start || offset + length > start + window.length) {
      start = offset;
      window = readAt(descriptor, offset, Math.max(length, windowLength));
    }
    return window.subarray(offset - start, offset - start + length);
  };
}

function readAt(descriptor: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let read = 0;
  while (read < length) {
    const count = readSync(descriptor, bytes, read, length - read, offset + read);
    if (count === 0) break;
    read += count;
  }
  return bytes.subarray(0, read);
}

function withDescriptor<T>(file: string, use: (descriptor: number) => T): T {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (cause) {
    throw new InputError('STORE_FILE_MISSING', 'cannot read this file of the store', {
      cause,
      at: { file },
      hint: `Give the directory of a run, whole. ${takeOriginal}`,
    });
  }
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

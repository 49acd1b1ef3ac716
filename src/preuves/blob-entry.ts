import { blobPath } from '../domain/blob-path.ts';
import type { BlobRef } from '../domain/preuve.ts';

/** Size of a header, and what contents are padded to. */
export const blockSize = 512;

/** What ends a pack: two blocks of zeros. */
export const packEnd: Buffer = Buffer.alloc(2 * blockSize);

const name = { at: 0, length: 'blobs/'.length + 3 + 64 };
const size = { at: 124, length: 11 };
const checksum = { at: 148, length: 6, end: '\0 ' };
const template = headerTemplate();
// While the checksum is computed, its own eight bytes count as spaces.
const templateSum = template.reduce((sum, byte) => sum + byte, 0) + 8 * 0x20;

/** Bytes that a blob takes in a pack: header, content, padding. */
export function entryLength(contentLength: number): number {
  return blockSize + Math.ceil(contentLength / blockSize) * blockSize;
}

/**
 * Writes the header of a blob: a regular file in POSIX ustar form, without owner nor date, so that the same content
 * gives the same bytes. Clause: POSIX.1-2017, pax, "ustar Interchange Format".
 */
export function writeBlobHeader(target: Buffer, at: number, ref: BlobRef): void {
  const path = blobPath(ref.sha256);
  const length = ref.size.toString(8).padStart(size.length, '0');
  target.set(template, at);
  target.write(path, at + name.at, 'latin1');
  target.write(length, at + size.at, 'latin1');
  const sum = templateSum + sumOf(path) + sumOf(length);
  const digits = sum.toString(8).padStart(checksum.length, '0');
  target.write(digits + checksum.end, at + checksum.at, 'latin1');
}

/** The blob that a header announces, or undefined for a block that `writeBlobHeader` never writes. */
export function readBlobHeader(block: Buffer): BlobRef | undefined {
  const sha256 = block.toString('latin1', name.at + name.length - 64, name.at + name.length);
  const octal = block.toString('latin1', size.at, size.at + size.length);
  if (!/^[0-9a-f]{64}$/.test(sha256) || !/^[0-7]{11}$/.test(octal)) return undefined;
  const ref = { sha256, size: Number.parseInt(octal, 8) };
  const expected = Buffer.alloc(blockSize);
  writeBlobHeader(expected, 0, ref);
  return expected.equals(block) ? ref : undefined;
}

function headerTemplate(): Buffer {
  const block = Buffer.alloc(blockSize);
  block.write('0000644\0', 100, 'latin1');
  block.write('0000000\0', 108, 'latin1');
  block.write('0000000\0', 116, 'latin1');
  block.write('00000000000\0', 136, 'latin1');
  block.write('0', 156, 'latin1');
  block.write('ustar\x0000', 257, 'latin1');
  return block;
}

function sumOf(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) sum += text.charCodeAt(index);
  return sum;
}

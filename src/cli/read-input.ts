import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { maxInputBytes } from './input-problems.ts';

const chunkBytes = 1024 * 1024;

/**
 * The bytes of a file, a device or a pipe; undefined when there are more than `limit`, which are never held. Throws the
 * error of the system when it cannot be read.
 */
export function readInput(file: string, limit: number = maxInputBytes): Uint8Array | undefined {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    if (size > limit) return undefined;
    const chunks: Buffer[] = [];
    let length = 0;
    for (;;) {
      // One byte more than announced, so that the end of a whole file is met in two reads.
      const chunk = Buffer.allocUnsafe(length === 0 && size > 0 ? size + 1 : chunkBytes);
      const read = readSync(descriptor, chunk, 0, chunk.length, null);
      if (read === 0) break;
      length += read;
      if (length > limit) return undefined;
      chunks.push(chunk.subarray(0, read));
    }
    return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
  } finally {
    closeSync(descriptor);
  }
}

/** The bytes of a stream; undefined when there are more than `limit`, of which no more are asked for. */
export async function readStream(
  stream: AsyncIterable<Uint8Array>,
  limit: number = maxInputBytes,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

import type { KeyObject } from 'node:crypto';
import { appendFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SealFile } from '../domain/seal.gen.ts';
import { InputError } from '../domain/segur-error.ts';
import { entryLength, blockSize, packEnd } from './blob-entry.ts';
import { packName } from './blob-pack.ts';
import { isTruncatedStore } from './open-sealed-run.ts';
import { readStore, type StoreContent } from './read-store.ts';
import { buildSeal } from './seal-store.ts';
import { storeSchemas } from './store-schemas.ts';

/**
 * Seals as `crashed` what a run without seal had recorded; half a last line is cut off, and what follows the last
 * blob that a whole line names. The end is the time of the
 * last preuve. Throws InputError when the store is sealed already, or damaged elsewhere than at its end.
 */
export function recoverStore(directory: string, signingKey?: KeyObject): SealFile {
  if (!isTruncatedStore(directory)) {
    throw new InputError('STORE_NOT_TRUNCATED', 'this directory holds no run without seal', {
      at: { file: directory },
      hint: 'Only a run that stopped before its seal can be recovered.',
    });
  }
  const content = readStore(directory, storeSchemas());
  if (content.halfLine) truncateSync(join(directory, 'preuves.ndjson'), content.wholeBytes);
  const pack = join(directory, packName);
  truncateSync(pack, namedBytes(content));
  appendFileSync(pack, packEnd);
  const { id: run, startedAt } = content.run;
  const last = content.preuves.at(-1)?.at ?? 0;
  const facts = {
    run,
    startedAt,
    endedAt: new Date(Date.parse(startedAt) + Math.round(last)).toISOString(),
    end: 'crashed' as const,
    preuves: content.preuves.length,
    blobs: content.named.size,
  };
  const seal = buildSeal(facts, content, signingKey);
  const target = join(directory, 'seal.json');
  writeFileSync(`${target}.new`, `${JSON.stringify(seal, null, 2)}\n`);
  renameSync(`${target}.new`, target);
  return seal;
}

/** Length of the pack up to its last named blob: blobs are written before the line that names them. */
function namedBytes({ pack, named }: StoreContent): number {
  let end = 0;
  for (const [sha256, { offset, size }] of pack.blobs) {
    if (named.has(sha256)) end = offset - blockSize + entryLength(size);
  }
  return end;
}

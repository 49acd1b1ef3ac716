import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blobPath } from '../domain/blob-path.ts';
import { blockSize, readBlobHeader, writeBlobHeader } from './blob-entry.ts';
import { BlobPack, packName } from './blob-pack.ts';
import { readBlob, readPack } from './read-blob-pack.ts';

let directory = '';
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'segur-pack-'))));
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

function pack(contents: readonly Uint8Array[]): ReturnType<BlobPack['keep']>[] {
  rmSync(join(directory, packName), { force: true });
  const made = new BlobPack(join(directory, packName));
  const refs = contents.map((bytes) => {
    const ref = made.keep(bytes);
    made.flush();
    made.settle();
    return ref;
  });
  made.close();
  return refs;
}

const withTar = spawnSync('tar', ['--version']).status === 0;

describe('BlobPack', () => {
  it('gives back what it was given, each content once', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 1500 }), { maxLength: 12 }), (contents) => {
        const refs = pack(contents);
        const read = readPack(directory);
        expect(read.end).toBe('sealed');
        expect(read.blobs.size).toBe(new Set(refs.map(({ sha256 }) => sha256)).size);
        for (const [index, ref] of refs.entries()) {
          expect(readBlob(directory, read, ref).equals(contents[index] ?? Buffer.of(1))).toBe(true);
          expect(ref.sha256).toBe(
            createHash('sha256')
              .update(contents[index] ?? '')
              .digest('hex'),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('reads blobs longer than its window', () => {
    const long = Buffer.alloc(3 * 1024 * 1024 + 1, 'long');
    const [ref, after] = pack([long, Buffer.from('court')]);
    const read = readPack(directory);
    expect(ref && readBlob(directory, read, ref).equals(long)).toBe(true);
    expect(after && readBlob(directory, read, after).toString()).toBe('court');
  });

  it('takes back what no line names', () => {
    const made = new BlobPack(join(directory, packName));
    made.keep(Buffer.from('un'));
    made.flush();
    made.settle();
    const { length } = readFileSync(join(directory, packName));
    made.keep(Buffer.from('deux'));
    made.flush();
    made.takeBack();
    expect(statSync(join(directory, packName)).size).toBe(length);
    made.keep(Buffer.from('deux'));
    made.flush();
    made.settle();
    made.close();
    expect(readPack(directory).blobs.size).toBe(2);
  });

  it.runIf(withTar)('is a tar that any tar reads, one file a blob', () => {
    const [empty, text] = pack([Buffer.alloc(0), Buffer.from('preuve\n')]);
    const listed = spawnSync('tar', ['-tf', packName], { cwd: directory });
    expect(listed.stderr.toString()).toBe('');
    expect(listed.stdout.toString().trim().split('\n')).toEqual(
      [empty, text].map((ref) => blobPath(ref?.sha256 ?? '')),
    );
    const printed = spawnSync('tar', ['-xOf', packName, blobPath(text?.sha256 ?? '')], { cwd: directory });
    expect(printed.stdout.toString()).toBe('preuve\n');
  });
});

describe('readBlobHeader', () => {
  const ref = { sha256: 'ab'.repeat(32), size: 0o1234567 };
  const header = Buffer.alloc(blockSize);
  writeBlobHeader(header, 0, ref);

  it('reads what writeBlobHeader writes', () => {
    expect(readBlobHeader(header)).toEqual(ref);
  });

  it('refuses any other block', () => {
    fc.assert(
      fc.property(fc.nat(blockSize - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(header);
        changed[at] = (changed[at] ?? 0) ^ change;
        const read = readBlobHeader(changed);
        expect(read === undefined || read.sha256 !== ref.sha256 || read.size !== ref.size).toBe(true);
        expect(read).toBeUndefined();
      }),
    );
  });
});

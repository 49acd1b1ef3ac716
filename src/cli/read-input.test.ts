import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inputCodeOf } from './input-problems.ts';
import { readInput, readStream } from './read-input.ts';

const folder = mkdtempSync(join(tmpdir(), 'segur-read-'));
const file = join(folder, 'f');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('readInput', () => {
  it.each([0, 1, 10, 3_000_000])('reads %i bytes', (size) => {
    const bytes = Buffer.alloc(size, 7);
    writeFileSync(file, bytes);
    expect(Buffer.from(readInput(file) ?? []).equals(bytes)).toBe(true);
  });

  it('holds no more than its limit, whether the size is announced or not', () => {
    writeFileSync(file, Buffer.alloc(11));
    expect(readInput(file, 10)).toBeUndefined();
    expect(readInput(file, 11)).toHaveLength(11);
    expect(readInput('/dev/zero', 3_000_000)).toBeUndefined();
  });

  it.each<[string, string, string]>([
    ['absent', join(folder, 'absent'), 'FILE_MISSING'],
    ['under a file', join(file, 'x'), 'FILE_MISSING'],
    ['of a name too long', join(folder, 'x'.repeat(5000)), 'FILE_MISSING'],
    ['a folder', folder, 'FILE_UNREADABLE'],
  ])('what is %s has a code', (_, path, code) => {
    let thrown: unknown;
    try {
      readInput(path);
    } catch (error) {
      thrown = error;
    }
    expect(inputCodeOf(thrown).code).toBe(code);
  });
});

describe('readStream', () => {
  async function* chunks(count: number): AsyncGenerator<Uint8Array> {
    for (let index = 0; index < count; index += 1) yield await Promise.resolve(Buffer.alloc(10));
  }

  it('reads to the end, within its limit', async () => {
    expect(await readStream(chunks(3), 30)).toHaveLength(30);
    expect(await readStream(chunks(0), 30)).toHaveLength(0);
    expect(await readStream(chunks(1_000_000_000), 30)).toBeUndefined();
  });
});

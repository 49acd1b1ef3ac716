import fc from 'fast-check';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { readZip } from './read-zip.ts';
import { writeZip, type ZipSource } from './write-zip.ts';
import { defaultZipLimits } from './zip-archive.ts';

const text = (value: string): Uint8Array => Buffer.from(value, 'utf8');

const names = fc
  .uniqueArray(fc.stringMatching(/^[A-Z0-9_]{1,8}(\/[A-Z0-9_]{1,8}){0,2}\.XML$/), { maxLength: 6 })
  .filter((all) => new Set(all).size === all.length);

/** Renames an entry in both headers of an archive, without touching lengths. */
function rename(archive: Uint8Array, from: string, to: string): Buffer {
  const out = Buffer.from(archive);
  for (let at = out.indexOf(from); at !== -1; at = out.indexOf(from, at + 1)) out.write(to, at, 'latin1');
  return out;
}

describe('readZip', () => {
  it('gives back what was written, in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        names,
        fc.array(fc.uint8Array({ maxLength: 500 }), { maxLength: 6 }),
        async (all, bodies) => {
          const sources: ZipSource[] = all.map((name, index) => ({ name, bytes: bodies[index] ?? text('') }));
          const reading = readZip(await writeZip(sources));
          expect(reading.problems).toEqual([]);
          expect(
            reading.entries.map((entry) => [entry.name, Buffer.from(entry.bytes).toString('hex')]),
          ).toEqual(sources.map((source) => [source.name, Buffer.from(source.bytes).toString('hex')]));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('agrees with yauzl on names and sizes', async () => {
    const archive = await writeZip([
      { name: 'INDEX.HTM', bytes: text('<html/>') },
      { name: 'IHE_XDM/SUBSET01/METADATA.XML', bytes: text('<a/>'.repeat(500)) },
    ]);
    const oracle = await fromBufferPromise(Buffer.from(archive), { strictFileNames: true });
    const expected: [string, number][] = [];
    for await (const entry of oracle.eachEntry()) expected.push([entry.fileName, entry.uncompressedSize]);
    expect(readZip(archive).entries.map((entry) => [entry.name, entry.bytes.length])).toEqual(expected);
  });

  it('never throws, whatever the bytes', async () => {
    const archive = Buffer.from(await writeZip([{ name: 'DOC0001.XML', bytes: text('<a/>'.repeat(50)) }]));
    fc.assert(
      fc.property(
        fc.nat(archive.length - 1),
        fc.integer({ min: 0, max: 255 }),
        fc.nat(archive.length),
        (at, byte, cut) => {
          const damaged = Buffer.from(archive);
          damaged[at] = byte;
          readZip(damaged);
          readZip(damaged.subarray(0, cut));
        },
      ),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => void readZip(noise)));
  });

  it.each([
    ['../../AB.XML', 'zip-name-unsafe'],
    ['/ABSOLU.XML.', 'zip-name-unsafe'],
    ['C:ABSOLU.XML', 'zip-name-unsafe'],
    ['A\\B\\CDEF.XM', 'zip-name-unsafe'],
    ['A/./BCDE.XML', 'zip-name-unsafe'],
    ['A\0BCDEFG.XML', 'zip-name-unsafe'],
  ])('refuses the name %j', async (name, code) => {
    const reading = readZip(
      rename(await writeZip([{ name: 'ABCDEFGH.XML', bytes: text('x') }]), 'ABCDEFGH.XML', name),
    );
    expect(reading.entries).toEqual([]);
    expect(reading.problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('refuses the second of two equal names, case aside', async () => {
    const archive = await writeZip([
      { name: 'DOC1.XML', bytes: text('one') },
      { name: 'DOC2.XML', bytes: text('two') },
    ]);
    const reading = readZip(rename(archive, 'DOC2.XML', 'doc1.XML'));
    expect(reading.problems.map((problem) => problem.code)).toEqual(['zip-name-duplicate']);
    expect(reading.entries.map((entry) => Buffer.from(entry.bytes).toString())).toEqual(['one']);
  });

  it('refuses a bomb by its announced ratio without inflating it', async () => {
    const reading = readZip(await writeZip([{ name: 'BOMB.XML', bytes: Buffer.alloc(8 * 1024 * 1024) }]));
    expect(reading.problems.map((problem) => problem.code)).toEqual(['zip-ratio']);
  });

  it('refuses a bomb that lies about its size', async () => {
    const archive = Buffer.from(await writeZip([{ name: 'BOMB.XML', bytes: Buffer.alloc(2 * 1024 * 1024) }]));
    archive.writeUInt32LE(1_000, archive.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24);
    expect(readZip(archive).problems.map((problem) => problem.code)).toEqual(['zip-inflate-failed']);
  });

  it('stops at the total size and at the number of entries', async () => {
    const sources = [1, 2, 3].map((n) => ({ name: `D${n}.XML`, bytes: Buffer.alloc(600, n) }));
    const archive = await writeZip(sources);
    expect(
      readZip(archive, { ...defaultZipLimits, maxInflatedBytes: 1_000 }).problems.map(
        (problem) => problem.code,
      ),
    ).toEqual(['zip-too-large', 'zip-too-large']);
    expect(readZip(archive, { ...defaultZipLimits, maxEntries: 2 }).problems[0]?.code).toBe(
      'zip-too-many-entries',
    );
  });

  it('tells encryption, damage, overlap and nesting', async () => {
    const inner = await writeZip([{ name: 'A.XML', bytes: text('a') }]);
    expect(readZip(await writeZip([{ name: 'IN.ZIP', bytes: inner }])).problems[0]?.code).toBe('zip-nested');

    const central = (archive: Buffer): number => archive.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const encrypted = Buffer.from(inner);
    encrypted.writeUInt16LE(1, central(encrypted) + 8);
    expect(readZip(encrypted).problems[0]?.code).toBe('zip-encrypted');

    const damaged = Buffer.from(inner);
    damaged.writeUInt32LE(7, central(damaged) + 16);
    expect(readZip(damaged).problems[0]?.code).toBe('zip-crc-wrong');

    const two = Buffer.from(
      await writeZip([
        { name: 'A.XML', bytes: text('same') },
        { name: 'B.XML', bytes: text('same') },
      ]),
    );
    const second = two.indexOf(Buffer.from('PK\x01\x02', 'latin1'), central(two) + 4);
    two.writeUInt32LE(0, second + 42);
    two.write('A.XML', second + 46);
    two.write('B.XML', central(two) + 46);
    two.write('A.XML', 30);
    expect(readZip(two).problems.map((problem) => problem.code)).toContain('zip-headers-differ');
  });

  it('refuses an entry whose data lies inside of another entry', async () => {
    const inner = Buffer.from(await writeZip([{ name: 'B.XML', bytes: text('inside') }]));
    const cut = inner.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const outer = Buffer.from(
      await writeZip([
        { name: 'A.XML', bytes: text('x') },
        { name: 'B.XML', bytes: text('inside') },
      ]),
    );
    const stored = Buffer.concat([Buffer.alloc(30), text('A.XML'), inner.subarray(0, cut)]);
    outer.copy(stored, 0, 0, 30);
    stored.writeUInt16LE(0, 8);
    const directory = Buffer.from(outer.subarray(outer.indexOf(Buffer.from('PK\x01\x02', 'latin1'))));
    directory.writeUInt16LE(0, 10);
    directory.writeUInt32LE(crc32(inner.subarray(0, cut)), 16);
    directory.writeUInt32LE(cut, 20);
    directory.writeUInt32LE(cut, 24);
    const second = directory.indexOf(Buffer.from('PK\x01\x02', 'latin1'), 4);
    directory.writeUInt32LE(35, second + 42);
    directory.writeUInt32LE(stored.length, directory.indexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16);
    const reading = readZip(Buffer.concat([stored, directory]));
    expect(reading.problems.map((problem) => problem.code)).toContain('zip-entries-overlap');
    expect(reading.entries.map((entry) => entry.name)).toEqual(['A.XML']);
  });
});

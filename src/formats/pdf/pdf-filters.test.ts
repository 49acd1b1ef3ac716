import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFax } from '../../../tests/builders/build-fax.ts';
import { fromFax } from './from-fax.ts';
import { fromAscii85, fromAsciiHex, fromLzw, fromRunLength } from './pdf-filters.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('filters of streams', () => {
  it('undoes ASCIIHex and ASCII85', () => {
    expect(fromAsciiHex(Buffer.from('48 65\n6C6c6F 7>ignored')).toString()).toBe('Hellop');
    expect(fromAscii85(Buffer.from('87cURD]i,"Ebo80~>'))?.toString()).toBe('Hello World!');
    expect(fromAscii85(Buffer.from('z~>'))).toEqual(Buffer.alloc(4));
    expect(fromAscii85(Buffer.from('\u00ff'))).toBeUndefined();
  });

  it('undoes RunLength within its room', () => {
    expect(fromRunLength(Buffer.from([2, 97, 98, 99, 254, 100, 128, 7]), 100)?.toString()).toBe('abcddd');
    expect(fromRunLength(Buffer.from([129, 1, 129, 1]), 200)).toBeUndefined();
  });

  it('undoes the LZW of ISO 32000-1, 7.4.4.2, within its room', () => {
    const encoded = hex('80 0B 60 50 22 0C 0C 85 01');
    expect(fromLzw(encoded, 100)).toEqual(hex('2D 2D 2D 2D 2D 41 2D 2D 2D 42'));
    expect(fromLzw(encoded, 5)).toBeUndefined();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(fromLzw(Buffer.from(bytes), 10_000)?.length ?? 0).toBeLessThanOrEqual(10_000);
      }),
    );
  });
});

describe('CCITTFaxDecode', () => {
  const parameters = { columns: 70, rows: 9, byteAligned: false, blackIs1: false };

  it('gives back the rows of group 4', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.boolean(), { minLength: 70, maxLength: 70 }), { minLength: 9, maxLength: 9 }),
        (rows) => {
          const packed = fromFax(toFax(rows), { k: -1, ...parameters }, 10_000);
          const pixels = rows.map((_, y) =>
            rows[0]?.map((__, x) => (((packed?.[y * 9 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 0),
          );
          expect(pixels).toEqual(rows);
        },
      ),
    );
  });

  it('keeps what stands before damage and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.constantFrom(-1, 0), (bytes, k) => {
        expect(fromFax(Buffer.from(bytes), { k, ...parameters }, 10_000)).toHaveLength(81);
      }),
    );
    expect(fromFax(Buffer.alloc(10), { k: 4, ...parameters }, 10_000)).toBeUndefined();
    expect(fromFax(Buffer.alloc(10), { k: -1, ...parameters, rows: 1e9 }, 10_000)).toBeUndefined();
  });
});

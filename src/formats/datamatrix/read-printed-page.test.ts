import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildPagePdf, type PdfObjectStream } from '../../../tests/builders/build-page-pdf.ts';
import {
  drawSymbol,
  graySymbol,
  imageDictionary,
  symbolSamples,
} from '../../../tests/builders/build-symbol-image.ts';
import { readPrintedPage } from './read-printed-page.ts';

const text = 'IS010000000000000000000000S4ZZTEST-ALPHA\u001dS5F';
function oneBit(inverted: boolean): PdfObjectStream {
  const { side, at } = drawSymbol(text);
  const row = Math.ceil(side / 8);
  const data = Buffer.alloc(row * side);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const white = at(x, y) === 255;
      if (white !== inverted) data[y * row + (x >> 3)] = (data[y * row + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    }
  return {
    dictionary: imageDictionary(side, `/ImageMask true${inverted ? ' /Decode [1 0]' : ''}`),
    data,
    deflate: true,
  };
}

/** RGB rows with each of the PNG filters in turn, as writers that copy PNG data do. */
function predicted(): PdfObjectStream {
  const drawn = drawSymbol(text);
  const { side } = drawn;
  const plain = symbolSamples(drawn, (level) => [level, level, level]);
  const rowBytes = side * 3;
  const rows: Buffer[] = [];
  for (let y = 0; y < side; y += 1) {
    const filter = y % 5;
    const row = Buffer.alloc(rowBytes + 1, filter);
    for (let index = 0; index < rowBytes; index += 1) {
      const at = y * rowBytes + index;
      const left = index < 3 ? 0 : (plain[at - 3] ?? 0);
      const up = y === 0 ? 0 : (plain[at - rowBytes] ?? 0);
      const corner = y === 0 || index < 3 ? 0 : (plain[at - rowBytes - 3] ?? 0);
      const guess = left + up - corner;
      const nearest = [left, up, corner].reduce((best, one) =>
        Math.abs(guess - one) < Math.abs(guess - best) ? one : best,
      );
      row[index + 1] = (plain[at] ?? 0) - ([0, left, up, (left + up) >> 1, nearest][filter] ?? 0);
    }
    rows.push(row);
  }
  return {
    dictionary: imageDictionary(
      side,
      `/ColorSpace 9 0 R /BitsPerComponent 8 /DecodeParms << /Predictor 15 /Colors 3 /Columns ${side} >>`,
    ),
    data: Buffer.concat(rows),
    deflate: true,
  };
}

const page = (...streams: readonly PdfObjectStream[]): Buffer =>
  buildPagePdf({ content: 'BT /F1 12 Tf 50 700 Td (Bonjour) Tj ET q /Im1 Do Q', streams });

/** A frame header that announces 65,500 pixels by 65,500. */
const hugeJpeg = Buffer.from('ffd8ffc0000b08ffdcffdc01011100ffd9', 'hex');

describe('readPrintedPage', () => {
  it.each([
    ['8-bit gray', graySymbol(text)],
    ['1-bit mask', oneBit(false)],
    ['1-bit inverted', oneBit(true)],
    ['RGB with PNG predictors', predicted()],
  ])('reads a symbol of an image in %s', async (_, stream) => {
    const read = await readPrintedPage(page(stream));
    expect(read).toMatchObject({ text: 'Bonjour', textComplete: true, unread: [] });
    expect(read.symbols.map((symbol) => symbol.text)).toEqual([text]);
  });

  it('reads several symbols', async () => {
    const read = await readPrintedPage(page(graySymbol(text), graySymbol('OTHER')));
    expect(read.symbols.map((symbol) => symbol.text)).toEqual([text, 'OTHER']);
  });

  it('finds nothing, and nothing unread, on a page without images', async () => {
    expect(await readPrintedPage(page())).toMatchObject({ symbols: [], unread: [] });
  });

  it.each<[string, Buffer, string]>([
    [
      'an image of 16 bits',
      page({ dictionary: imageDictionary(4, '/BitsPerComponent 16'), data: Buffer.alloc(32), deflate: true }),
      'image-encoding',
    ],
    [
      'an image of another filter',
      page({
        dictionary: imageDictionary(4, '/BitsPerComponent 8 /Filter /JPXDecode'),
        data: Buffer.alloc(4),
      }),
      'image-encoding',
    ],
    ['a symbol drawn as squares', buildPagePdf({ content: '1 1 1 1 re f\n'.repeat(400) }), 'vector-drawing'],
    [
      'an inline image',
      buildPagePdf({ content: 'BI /W 4 /H 4 /BPC 8 /CS /G ID \x00(\xff EI Q' }),
      'inline-image',
    ],
    [
      'a content of another filter',
      page({ dictionary: '/Filter /LZWDecode', data: Buffer.from('xx') }),
      'stream-encoding',
    ],
    ['an encrypted file', Buffer.from('%PDF-1.4\ntrailer << /Encrypt 8 0 R >>\n%%EOF'), 'encrypted'],
    ['no PDF', Buffer.from('<xml/>'), 'not-pdf'],
  ])('says that %s is not read', async (_, pdf, reason) => {
    expect((await readPrintedPage(pdf)).unread).toEqual([reason]);
  });

  it('takes a JPEG that cannot be decoded for one that was not read', async () => {
    for (const data of [Buffer.from('no jpeg'), Buffer.from('ffd8ffe000104a46494600ffd9', 'hex'), hugeJpeg]) {
      const read = await readPrintedPage(
        page({ dictionary: imageDictionary(9, '/Filter /DCTDecode'), data }),
      );
      expect(read).toMatchObject({ symbols: [], unread: ['image-encoding'] });
    }
  });

  it('does not inflate an image without end', async () => {
    const bomb = deflateSync(Buffer.alloc(128 * 1024 * 1024));
    const dictionary = imageDictionary(20_000, '/BitsPerComponent 8 /Filter /FlateDecode');
    expect((await readPrintedPage(page({ dictionary, data: bomb }))).unread).toEqual(['image-encoding']);
  });
});

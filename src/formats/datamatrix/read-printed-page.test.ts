import bwipjs from 'bwip-js';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildPagePdf, type PdfObjectStream } from '../../../tests/builders/build-page-pdf.ts';
import { readPrintedPage } from './read-printed-page.ts';

const text = 'IS010000000000000000000000S4ZZTEST-ALPHA\u001dS5F';
const pixel = 5;

interface Drawn {
  readonly side: number;
  /** Level of a pixel, 0 is black. */
  readonly at: (x: number, y: number) => number;
}

function draw(payload: string): Drawn {
  const [symbol] = bwipjs.raw({ bcid: 'datamatrix', text: payload });
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('no symbol');
  const { pixs, pixx } = symbol;
  const side = pixx * pixel;
  return {
    side,
    at: (x, y) => (pixs[Math.floor(y / pixel) * pixx + Math.floor(x / pixel)] === 1 ? 0 : 255),
  };
}

const image = (side: number, dictionary: string): string =>
  `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} ${dictionary}`;

function samples({ side, at }: Drawn, each: (level: number) => readonly number[]): Buffer {
  const bytes: number[] = [];
  for (let y = 0; y < side; y += 1) for (let x = 0; x < side; x += 1) bytes.push(...each(at(x, y)));
  return Buffer.from(bytes);
}

function gray(payload: string): PdfObjectStream {
  const drawn = draw(payload);
  return {
    dictionary: image(drawn.side, '/ColorSpace /DeviceGray /BitsPerComponent 8'),
    data: samples(drawn, (level) => [level]),
    deflate: true,
  };
}

function oneBit(inverted: boolean): PdfObjectStream {
  const { side, at } = draw(text);
  const row = Math.ceil(side / 8);
  const data = Buffer.alloc(row * side);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const white = at(x, y) === 255;
      if (white !== inverted) data[y * row + (x >> 3)] = (data[y * row + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    }
  return {
    dictionary: image(side, `/ImageMask true${inverted ? ' /Decode [1 0]' : ''}`),
    data,
    deflate: true,
  };
}

/** RGB rows with each of the PNG filters in turn, as writers that copy PNG data do. */
function predicted(): PdfObjectStream {
  const drawn = draw(text);
  const { side } = drawn;
  const plain = samples(drawn, (level) => [level, level, level]);
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
    dictionary: image(
      side,
      `/ColorSpace 9 0 R /BitsPerComponent 8 /DecodeParms << /Predictor 15 /Colors 3 /Columns ${side} >>`,
    ),
    data: Buffer.concat(rows),
    deflate: true,
  };
}

const page = (...streams: readonly PdfObjectStream[]): Buffer =>
  buildPagePdf({ content: 'BT /F1 12 Tf 50 700 Td (Bonjour) Tj ET q /Im1 Do Q', streams });

describe('readPrintedPage', () => {
  it.each([
    ['8-bit gray', gray(text)],
    ['1-bit mask', oneBit(false)],
    ['1-bit inverted', oneBit(true)],
    ['RGB with PNG predictors', predicted()],
  ])('reads a symbol of an image in %s', async (_, stream) => {
    const read = await readPrintedPage(page(stream));
    expect(read).toMatchObject({ text: 'Bonjour', textComplete: true, unread: [] });
    expect(read.symbols.map((symbol) => symbol.text)).toEqual([text]);
  });

  it('reads several symbols', async () => {
    const read = await readPrintedPage(page(gray(text), gray('OTHER')));
    expect(read.symbols.map((symbol) => symbol.text)).toEqual([text, 'OTHER']);
  });

  it('finds nothing, and nothing unread, on a page without images', async () => {
    expect(await readPrintedPage(page())).toMatchObject({ symbols: [], unread: [] });
  });

  it.each<[string, Buffer, string]>([
    [
      'an image of 16 bits',
      page({ dictionary: image(4, '/BitsPerComponent 16'), data: Buffer.alloc(32), deflate: true }),
      'image-encoding',
    ],
    [
      'an image of another filter',
      page({ dictionary: image(4, '/BitsPerComponent 8 /Filter /JPXDecode'), data: Buffer.alloc(4) }),
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

  it('does not inflate an image without end', async () => {
    const bomb = deflateSync(Buffer.alloc(128 * 1024 * 1024));
    const dictionary = image(20_000, '/BitsPerComponent 8 /Filter /FlateDecode');
    expect((await readPrintedPage(page({ dictionary, data: bomb }))).unread).toEqual(['image-encoding']);
  });
});

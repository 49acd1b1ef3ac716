import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { toFax } from '../../../tests/builders/build-fax.ts';
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

const page = (...streams: readonly PdfObjectStream[]): Buffer => {
  const drawn = streams.map((_, index) => `q 60 0 0 60 ${50 + 80 * index} 500 cm /Im${index + 1} Do Q`);
  return buildPagePdf({ content: `BT /F1 12 Tf 50 700 Td (Bonjour) Tj ET ${drawn.join(' ')}`, streams });
};

/** The dark modules of the symbol, one point to the side. */
function modules(): readonly (readonly [x: number, y: number])[] {
  const { side, at } = drawSymbol(text);
  const count = side / 5;
  return Array.from(
    { length: count * count },
    (_, index) => [index % count, Math.floor(index / count)] as const,
  )
    .filter(([x, y]) => at(x * 5, y * 5) === 0)
    .map(([x, y]) => [x, count - y]);
}

/** Draws in a square of 0.7 mm to the module, in the middle of a page with a frame, rules and a title. */
const drawnPage = (content: string, streams: readonly PdfObjectStream[] = []): Buffer =>
  buildPagePdf({
    content: `BT /F1 12 Tf 50 700 Td (Bonjour) Tj ET 1 w 40 40 515 762 re S 40 600 m 555 600 l S 0.9 g 300 400 100 100 re f 0 g
      q 2 0 0 2 310 410 cm ${content} Q`,
    streams,
  });
const squares = modules()
  .map(([x, y]) => `${x} ${y - 1} 1 1 re`)
  .join(' ');

function whiteSquares(): string {
  const count = drawSymbol(text).side / 5;
  const dark = new Set(modules().map(([x, y]) => `${x} ${y}`));
  return Array.from(
    { length: count * count },
    (_, index) => [index % count, Math.floor(index / count) + 1] as const,
  )
    .filter(([x, y]) => !dark.has(`${x} ${y}`))
    .map(([x, y]) => `${x} ${y - 1} 1 1 re`)
    .join(' ');
}

/** One byte a pixel, row by row from the top. */
function levels(): { readonly side: number; readonly rows: readonly Buffer[] } {
  const drawn = drawSymbol(text);
  const bytes = symbolSamples(drawn, (level) => [level]);
  const rows = Array.from({ length: drawn.side }, (_, y) =>
    bytes.subarray(y * drawn.side, (y + 1) * drawn.side),
  );
  return { side: drawn.side, rows };
}

function inlineImage(): string {
  const { side, rows } = levels();
  const samples = Buffer.concat([...rows]).toString('hex');
  return `q 36 0 0 36 0 0 cm BI /W ${side} /H ${side} /BPC 8 /CS /G /F /AHx ID ${samples}> EI Q`;
}

function strips(): [string, readonly PdfObjectStream[]] {
  const { side, rows } = levels();
  const height = 5;
  const parts = Array.from({ length: side / height }, (_, index) =>
    rows.slice(index * height, (index + 1) * height),
  );
  const size = (36 * height) / side;
  return [
    parts
      .map((_, index) => `q 36 0 0 ${size} 0 ${36 - size * (index + 1)} cm /Im${index + 1} Do Q`)
      .join(' '),
    parts.map((part) => ({
      dictionary: `/Subtype /Image /Width ${side} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8`,
      data: Buffer.concat(part),
      deflate: true,
    })),
  ];
}

function faxImage(): PdfObjectStream {
  const { side, rows } = levels();
  return {
    dictionary: imageDictionary(
      side,
      `/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns ${side} >>`,
    ),
    data: toFax(rows.map((row) => Array.from(row, (level) => level === 0))),
  };
}

/** Two pixels to the byte; sample 5 is the dark of the palette and 2 its white. */
function paletteImage(): PdfObjectStream {
  const { side, rows } = levels();
  const data = rows.map((row) => {
    const nibbles = Array.from(row, (level) => (level === 0 ? '5' : '2')).join('');
    return Buffer.from(nibbles.padEnd(nibbles.length + (nibbles.length % 2), '0'), 'hex');
  });
  return {
    dictionary: imageDictionary(
      side,
      '/ColorSpace [/Indexed /DeviceRGB 5 <808080 808080 ffffff 808080 808080 101010>] /BitsPerComponent 4',
    ),
    data: Buffer.concat(data),
    deflate: true,
  };
}

/** All black, and transparent where the symbol is white: as browsers write images with an alpha channel. */
function maskedImage(): readonly PdfObjectStream[] {
  const { side, rows } = levels();
  const mask = Buffer.concat([...rows]).map((level) => 255 - level);
  const gray = '/ColorSpace /DeviceGray /BitsPerComponent 8';
  return [
    {
      dictionary: imageDictionary(side, '/ColorSpace /DeviceRGB /BitsPerComponent 8 /SMask 6 0 R'),
      data: Buffer.alloc(side * side * 3),
      deflate: true,
    },
    { dictionary: imageDictionary(side, gray), data: mask, deflate: true },
  ];
}

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

  it.each<[string, Buffer]>([
    ['squares of one path', drawnPage(`${squares} f`)],
    ['squares filled one by one', drawnPage(squares.replaceAll('re', 're f'))],
    [
      'lines as thick as a module',
      drawnPage(
        `1 w ${modules()
          .map(([x, y]) => `${x} ${y - 0.5} m ${x + 1} ${y - 0.5} l`)
          .join(' ')} S`,
      ),
    ],
    [
      'squares with a gap',
      drawnPage(
        `${modules()
          .map(([x, y]) => `${x} ${y - 1} 0.8 0.8 re`)
          .join(' ')} f`,
      ),
    ],
    [
      'white squares on a dark ground',
      drawnPage(
        `0 g 0 0 ${drawSymbol(text).side / 5} ${drawSymbol(text).side / 5} re f 1 g ${whiteSquares()} f`,
      ),
    ],
    ['a form', drawnPage('/Im1 Do', [{ dictionary: '/Subtype /Form', data: Buffer.from(`${squares} f`) }])],
    ['an inline image', drawnPage(inlineImage())],
    ['strips of an image', drawnPage(...strips())],
    ['a fax image', drawnPage('q 36 0 0 36 0 0 cm /Im1 Do Q', [faxImage()])],
    ['four bits with a palette', drawnPage('q 36 0 0 36 0 0 cm /Im1 Do Q', [paletteImage()])],
    ['colours under a soft mask', drawnPage('q 36 0 0 36 0 0 cm /Im1 Do Q', maskedImage())],
  ])('reads a symbol drawn as %s', async (_, pdf) => {
    const read = await readPrintedPage(pdf);
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
    [
      'a symbol that is damaged',
      drawnPage(
        `${squares
          .split(' re ')
          .filter((_, index) => index % 5 > 1)
          .join(' re ')} re f`,
      ),
      'vector-drawing',
    ],
    ['a symbol of a pattern', drawnPage(`/Pattern cs /P1 scn ${squares} f`), 'vector-drawing'],
    ['a shading', drawnPage('/Sh1 sh'), 'vector-drawing'],
    ['an object that lacks', drawnPage('/Im9 Do'), 'damaged'],
    [
      'a form of another filter',
      page({ dictionary: '/Subtype /Form /Filter /Crypt', data: Buffer.from('xx') }),
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

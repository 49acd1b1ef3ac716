import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPagePdf, type PdfObjectStream } from '../../../tests/builders/build-page-pdf.ts';
import { readPdf, type ReadPdf } from './read-pdf.ts';

const textOf = (content: string): string => readPdf(buildPagePdf({ content })).text;

/** A page whose font F1 is object 5; the streams that the font needs come next, as objects 6 and following. */
function withFont(
  font: string,
  content: string,
  streams: readonly string[] = [],
  objects: readonly string[] = [],
): ReadPdf {
  return readPdf(
    buildPagePdf({
      content: `BT /F1 10 Tf 50 700 Td ${content} ET`,
      streams: [
        { dictionary: font, data: Buffer.alloc(0) },
        ...streams.map((data) => ({ dictionary: '', data: Buffer.from(data, 'latin1'), deflate: true })),
      ],
      objects,
      resources: '/Font << /F1 5 0 R >>',
    }),
  );
}

const toUnicode = `begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange
2 beginbfchar <0003> <0020> <0010> <004f00660066> endbfchar
2 beginbfrange <0024> <003d> <0041> <0040> <0041> [<00e9> <0153>] endbfrange endcmap`;
const composite =
  '/Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Sans /Encoding /Identity-H /DescendantFonts [7 0 R]';
const descendant = '<< /Type /Font /Subtype /CIDFontType2 /DW 500 /W [36 [600 700] 38 40 250] >>';

describe('text of a PDF', () => {
  it.each([
    ['BT (Nom de naissance) Tj ET', 'Nom de naissance'],
    ['BT (pr\\351nom \\(premier\\)) Tj ET', 'prénom (premier)'],
    ['BT (a (b) c) Tj ET', 'a (b) c'],
    ['BT (cut\\\nshort) Tj ET', 'cutshort'],
    ['BT [(IN) -20 (S) -250 (NIR)] TJ ET', 'INS NIR'],
    ['BT 14 TL 0 50 Td (one) Tj 0 -12 Td (two) Tj T* (three) Tj ET', 'one\ntwo\nthree'],
    ["BT 14 TL 0 50 Td (one) Tj (two) ' ET", 'one\ntwo'],
    ['% (comment) Tj\nBT (seen) Tj ET', 'seen'],
    ['BT (l\\222INS) Tj ET', 'l’INS'],
    ['BT [<4e 6f> -20 <6D>] TJ <9> Tj ET', 'Nom•'],
    ['BT 9 0 0 9 50 700 Tm (seen) Tj ET BT 9 0 0 9 -50 700 Tm (beyond) Tj ET', 'seen'],
    ['q BT 50 700 Td (a) Tj ET Q q 1 0 0 1 0 -50 cm BT 50 700 Td (b) Tj ET Q', 'a\nb'],
  ])('%s', (content, text) => {
    expect(textOf(content)).toBe(text);
  });

  it('knows when text may be missing', () => {
    const read = (content: string): boolean => readPdf(buildPagePdf({ content })).textComplete;
    expect(read('BT (a) Tj ET')).toBe(true);
    expect(read(`BT ${'(a) Tj 6 0 Td '.repeat(30)} ET`)).toBe(false);
    expect(read(`BT ${'(ab) Tj 6 0 Td '.repeat(30)} ET`)).toBe(true);
    expect(read('BT 3 Tr (read by machines, seen by nobody) Tj ET')).toBe(false);
  });

  it('puts words together from letters placed one by one, by their widths', () => {
    const widths = `/Type /Font /Subtype /TrueType /Encoding /WinAnsiEncoding /FirstChar 32 /Widths [${'600 '.repeat(224)}]`;
    const letters = Array.from('INS NIR', (letter) =>
      letter === ' ' ? '6 0 Td' : `(${letter}) Tj 6 0 Td`,
    ).join(' ');
    expect(withFont(widths, letters)).toMatchObject({ text: 'INS NIR', textComplete: true });
  });

  it.each<[string, string, readonly string[], string, Partial<ReadPdf>]>([
    [
      'a composite font with its ToUnicode map',
      `${composite} /ToUnicode 6 0 R`,
      [toUnicode],
      '<0024002500030026> Tj <004000410010> Tj',
      { text: 'AB CéœOff', textComplete: true },
    ],
    [
      'a code that the map lacks',
      `${composite} /ToUnicode 6 0 R`,
      [toUnicode],
      '<00240099> Tj',
      { text: 'A', textComplete: false },
    ],
    ['a composite font without map', composite, [''], '<00240025> Tj', { text: '', textComplete: false }],
    [
      'codes that are UTF-16',
      composite.replace('Identity-H', 'UniGB-UTF16-H'),
      [''],
      '<004e0049> Tj',
      { text: 'NI', textComplete: true },
    ],
    [
      'one byte a code, by a map of the file',
      composite.replace('/Identity-H', '6 0 R'),
      ['1 begincodespacerange <00> <ff> endcodespacerange 1 begincidrange <00> <ff> 0 endcidrange'],
      '(NIR) Tj',
      { text: 'NIR', textComplete: false },
    ],
  ])('reads %s', (_, font, streams, content, expected) => {
    expect(withFont(font, content, streams, [descendant])).toMatchObject(expected);
  });

  it.each<[string, string, string, Partial<ReadPdf>]>([
    [
      'names of glyphs',
      '/Subtype /Type1 /Encoding << /Differences [65 /Eacute /uni0153 /quoteright /fi /A.sc] >>',
      '(ABCDE) Tj',
      { text: 'Éœ’fiA', textComplete: true },
    ],
    [
      'names that say nothing',
      '/Subtype /Type1 /Encoding << /Differences [65 /g12] >>',
      '(A) Tj',
      { textComplete: false },
    ],
    [
      'the Mac encoding',
      '/Subtype /TrueType /Encoding /MacRomanEncoding',
      '<8e 9f> Tj',
      { text: 'éü', textComplete: true },
    ],
    [
      'the standard encoding',
      '/Subtype /Type1 /Encoding << /BaseEncoding /StandardEncoding >>',
      '<27 e1> Tj',
      { text: '’Æ', textComplete: true },
    ],
    [
      'an embedded font of its own codes',
      '/Subtype /TrueType /BaseFont /ABCDEF+X /FontDescriptor << /Flags 4 /FontFile2 9 0 R >>',
      '(NIR) Tj',
      { text: 'NIR', textComplete: false },
    ],
    [
      'a font of signs',
      '/Subtype /Type1 /BaseFont /ZapfDingbats',
      '(4) Tj',
      { text: '•', textComplete: true },
    ],
    [
      'glyphs that are drawings',
      '/Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /Encoding << /Differences [65 /A] >>',
      '(A) Tj',
      { text: 'A', textComplete: true },
    ],
  ])('reads %s', (_, font, content, expected) => {
    expect(withFont(`/Type /Font ${font}`, content)).toMatchObject(expected);
  });

  it('reads forms, also within forms, and the fields of annotations', () => {
    const form = (content: string, more = ''): PdfObjectStream => ({
      dictionary: `/Subtype /Form /BBox [0 0 100 100] ${more}`,
      data: Buffer.from(content),
    });
    const pdf = buildPagePdf({
      content: 'q 1 0 0 1 50 600 cm /Im1 Do Q BT 50 500 Td (page) Tj ET',
      streams: [
        form('BT (outer) Tj ET /Im2 Do', '/Resources << /XObject << /Im2 6 0 R >> >>'),
        form('BT 0 -20 Td (inner) Tj ET'),
        form('BT 2 2 Td (field) Tj ET'),
      ],
      objects: ['<< /Subtype /Widget /Rect [50 300 150 320] /AP << /N 7 0 R >> >>'],
    });
    const annotated = Buffer.from(
      pdf.toString('latin1').replace('/Contents', '/Annots [8 0 R] /Contents'),
      'latin1',
    );
    expect(readPdf(annotated)).toMatchObject({ text: 'outer\ninner\npage\nfield', textComplete: true });
  });
});

describe('a hostile PDF', () => {
  const forms = (count: number, calls: number): readonly PdfObjectStream[] =>
    Array.from({ length: count }, (_, index) => ({
      dictionary: `/Subtype /Form /Resources << /XObject << /N ${((index + 1) % count) + 5} 0 R >> >>`,
      data: Buffer.from('/N Do '.repeat(calls)),
    }));

  it.each<[string, () => Buffer]>([
    ['a form that draws itself', () => buildPagePdf({ content: '/Im1 Do', streams: forms(1, 1) })],
    [
      'forms that draw each other ten times',
      () => buildPagePdf({ content: '/Im1 Do', streams: forms(12, 10) }),
    ],
    ['a content that swells to 200 MB', bomb],
    ['a million strings', () => buildPagePdf({ content: `BT ${'(abcdefgh) Tj '.repeat(1_000_000)} ET` })],
    ['a million rectangles', () => buildPagePdf({ content: '1 1 1 1 re f '.repeat(1_000_000) })],
    [
      'a path of a million points',
      () => buildPagePdf({ content: `0 0 m ${'9 9 l 1 5 l '.repeat(500_000)} f` }),
    ],
    ['arrays in arrays', () => buildPagePdf({ content: '['.repeat(2_000_000) })],
    ['strings never closed', () => buildPagePdf({ content: '(('.repeat(1_000_000) })],
    [
      'pages that are their own children',
      () =>
        Buffer.from(
          '%PDF-1.4\n1 0 obj << /Pages 2 0 R >> endobj 2 0 obj << /Kids [' +
            '2 0 R '.repeat(500_000) +
            '] >> endobj trailer << /Root 1 0 R >>',
        ),
    ],
  ])('%s ends in bounded time and says so, or shows nothing', (_, build) => {
    const pdf = build();
    const started = performance.now();
    const read = readPdf(pdf);
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(read.text.length).toBeLessThanOrEqual(1_000_000);
    expect(read.drawings.length).toBeLessThan(300);
  });

  function bomb(): Buffer {
    const data = deflateSync(Buffer.alloc(200 * 1024 * 1024, ' '));
    return Buffer.concat([
      Buffer.from(
        '%PDF-1.4\n1 0 obj << /Pages 2 0 R >> endobj 2 0 obj << /Kids [3 0 R] >> endobj 3 0 obj << /Type /Page /Contents 4 0 R >> endobj\n4 0 obj << /Filter /FlateDecode >> stream\n',
      ),
      data,
      Buffer.from('\nendstream endobj trailer << /Root 1 0 R >>'),
    ]);
  }

  it('never throws, whatever is changed in it', () => {
    const seed = buildPagePdf({
      content:
        'q 2 0 0 2 0 0 cm BT /F1 12 Tf (INS) Tj ET 10 10 5 5 re f /Im1 Do BI /W 4 /H 4 /BPC 8 /CS /G ID aaaabbbbccccdddd EI Q',
      streams: [{ dictionary: '/Subtype /Form', data: Buffer.from('0 0 m 5 5 l S') }],
      objects: ['<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [8 0 R] >>'],
      resources: '/Font << /F1 6 0 R >>',
    });
    fc.assert(
      fc.property(fc.nat(seed.length - 1), fc.nat(40), fc.uint8Array({ maxLength: 12 }), (at, cut, bytes) => {
        readPdf(Buffer.concat([seed.subarray(0, at), Buffer.from(bytes), seed.subarray(at + cut)]));
      }),
      { numRuns: 400 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPagePdf } from '../../../tests/builders/build-page-pdf.ts';
import { pdfContent } from './pdf-content.ts';
import { scanContent } from './scan-content.ts';

const textOf = (content: string): string => pdfContent(buildPagePdf({ content })).text;

describe('pdfContent', () => {
  it.each([
    ['BT (Nom de naissance) Tj ET', 'Nom de naissance'],
    ['BT (pr\\351nom \\(premier\\)) Tj ET', 'prénom (premier)'],
    ['BT (a (b) c) Tj ET', 'a (b) c'],
    ['BT (cut\\\nshort) Tj ET', 'cutshort'],
    ['BT [(IN) -20 (S) -250 (NIR)] TJ ET', 'INS NIR'],
    ['BT (one) Tj 0 -12 Td (two) Tj T* (three) Tj ET', 'one\ntwo\nthree'],
    ["BT (one) Tj (two) ' ET", 'one\ntwo'],
    ['% (comment) Tj\nBT (seen) Tj ET', 'seen'],
    ['BT (l\\222INS) Tj ET', 'l’INS'],
    ['BT [<4e 6f> -20 <6D>] TJ <9> Tj ET', 'Nom•'],
  ])('%s', (content, text) => {
    expect(textOf(content)).toBe(text);
  });

  it('knows when text may be missing', () => {
    const read = (content: string, objects: readonly string[] = []): boolean =>
      pdfContent(buildPagePdf({ content, objects })).textComplete;
    expect(read('BT (a) Tj ET')).toBe(true);
    expect(read('BT <41> Tj ET')).toBe(true);
    expect(read(`BT ${'(a) Tj 6 0 Td '.repeat(30)} ET`)).toBe(false);
    expect(read(`BT ${'(ab) Tj 6 0 Td '.repeat(30)} ET`)).toBe(true);
    expect(read('BT (a) Tj ET', ['<< /Type /Encoding /Differences [65 /Z] >>'])).toBe(false);
    expect(read('BT (a) Tj ET', ['<< /Type /Font /Subtype /Type0 >>'])).toBe(false);
  });

  it('keeps to its room and says that it cut', () => {
    expect(scanContent('BT (12345) Tj (6789) Tj ET', 8)).toMatchObject({ cut: true });
    expect(scanContent('nothing here', 8)).toBeUndefined();
  });

  it('never throws and ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (content) => {
        scanContent(content, 1000);
        scanContent(`BT (${content}`, 1000);
      }),
    );
  });

  it('reads an unclosed string of a large stream in bounded time', () => {
    const started = performance.now();
    scanContent('('.repeat(200_000), 1000);
    scanContent(`${'(a'.repeat(100_000)} Tj`, 1000);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

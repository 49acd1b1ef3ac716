import fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildPdf, type PdfRecipe } from '../../../tests/builders/build-pdf.ts';
import type { PdfMarkers } from './pdf-markers.ts';
import { readPdfMarkers } from './read-pdf-markers.ts';

describe('readPdfMarkers', () => {
  it('sees the marks of a PDF/A-1b', () => {
    expect(readPdfMarkers(buildPdf())).toEqual({
      version: '1.4',
      headerOffset: 0,
      complete: true,
      encrypted: false,
      pdfaPart: '1',
      pdfaConformance: 'B',
      outputIntent: true,
      activeContent: false,
      embeddedFiles: false,
      compressedObjects: false,
      text: true,
      pages: 1,
      partial: false,
    });
  });

  it.each<[PdfRecipe, Partial<PdfMarkers>]>([
    [{ part: null }, { pdfaPart: undefined, pdfaConformance: undefined }],
    [
      { part: '3', conformance: 'U' },
      { pdfaPart: '3', pdfaConformance: 'U' },
    ],
    [{ outputIntent: false }, { outputIntent: false }],
    [{ encrypted: true }, { encrypted: true }],
    [{ javascript: true }, { activeContent: true }],
    [{ embeddedFile: true }, { embeddedFiles: true }],
    [
      { objectStream: true, version: '1.7' },
      { compressedObjects: true, version: '1.7' },
    ],
    [{ text: null }, { text: false }],
    [{ compressMetadata: true }, { pdfaPart: '1' }],
  ])('%j', (recipe, expected) => {
    expect(readPdfMarkers(buildPdf(recipe))).toMatchObject(expected);
  });

  it('sees a cut file, a late header, and no PDF at all', () => {
    const pdf = buildPdf();
    expect(readPdfMarkers(pdf.subarray(0, pdf.length - 60)).complete).toBe(false);
    expect(readPdfMarkers(Buffer.concat([Buffer.from('junk\n'), pdf])).headerOffset).toBe(5);
    expect(readPdfMarkers(Buffer.from('<xml/>')).version).toBeUndefined();
  });

  it('stops at its limits and says so', () => {
    const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024));
    const dictionary = Buffer.from(
      `%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n`,
    );
    const file = Buffer.concat([dictionary, bomb, Buffer.from('\nendstream\nendobj\n%%EOF')]);
    expect(readPdfMarkers(file).text).toBe(false);
    const many = Buffer.from(`%PDF-1.4\n${'<<>> stream\nx\nendstream\n'.repeat(30_000)}%%EOF`);
    expect(readPdfMarkers(many).partial).toBe(true);
  });

  it('reads a huge file in bounded time', () => {
    const huge = Buffer.concat([buildPdf(), Buffer.alloc(60 * 1024 * 1024, 0x20)]);
    const started = performance.now();
    expect(readPdfMarkers(huge).partial).toBe(true);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('never throws', () => {
    const pdf = buildPdf();
    fc.assert(
      fc.property(
        fc.nat(pdf.length - 1),
        fc.integer({ min: 0, max: 255 }),
        fc.nat(pdf.length),
        (at, byte, cut) => {
          const damaged = Buffer.from(pdf);
          damaged[at] = byte;
          readPdfMarkers(damaged);
          readPdfMarkers(damaged.subarray(cut));
        },
      ),
    );
  });
});

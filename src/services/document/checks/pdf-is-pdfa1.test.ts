import { buildPdf } from '../../../../tests/builders/build-pdf.ts';
import { letters } from '../../../../tests/builders/cda-case.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import type { PdfRecipe } from '../../../../tests/builders/build-pdf.ts';
import { check } from './pdf-is-pdfa1.ts';

const pdf = (name: string, recipe: PdfRecipe = {}): CheckCase => ({ name, files: [buildPdf(recipe)] });

provesCheck(check, {
  ok: [pdf('1b'), pdf('1a', { conformance: 'A' }), letters('wrapped in a letter', {})],
  ko: {
    'pdf-not-pdfa1': [
      pdf('no XMP mark', { part: null }),
      pdf('PDF/A-3', { part: '3', conformance: 'U' }),
      letters('wrapped plain PDF', { pdf: buildPdf({ part: null }) }),
    ],
    'pdf-forbidden-feature': [
      pdf('encrypted', { encrypted: true }),
      pdf('script', { javascript: true }),
      pdf('files', { embeddedFile: true }),
      pdf('PDF 1.5 objects', { objectStream: true }),
    ],
    'pdf-output-intent-missing': [pdf('none', { outputIntent: false })],
    'pdf-damaged': [
      { name: 'cut short', files: [buildPdf().subarray(0, -60)] },
      { name: 'late header', files: [Buffer.concat([Buffer.from('\n\n'), buildPdf()])] },
    ],
  },
});

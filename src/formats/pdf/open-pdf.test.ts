import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openPdf } from './open-pdf.ts';
import { pagesOf } from './pdf-pages.ts';
import type { PdfValue } from './pdf-value.ts';

const reference = (object: number): PdfValue => ({ kind: 'reference', object });
const open = (text: string): ReturnType<typeof openPdf> => openPdf(Buffer.from(text, 'latin1'));

describe('openPdf', () => {
  it('takes the last definition of an object, whatever the cross-references say', () => {
    const file = open('%PDF-1.4\n1 0 obj 5 endobj\nxref\n0 1\n1 0 obj 6 endobj trailer << /Root 1 0 R >>');
    expect(file.number(reference(1))).toBe(6);
    expect(file.trailer.entries.get('Root')).toEqual(reference(1));
  });

  it('ends a stream where its length says, or at the keyword when the length lies', () => {
    const inside = 'a endstream b';
    const told = open(
      `1 0 obj << /Length ${inside.length} >> stream\n${inside}\nendstream endobj 2 0 obj 7 endobj`,
    );
    const stream = told.stream(reference(1));
    expect(stream === undefined ? '' : told.data(stream)?.toString()).toBe(inside);
    expect(told.number(reference(2))).toBe(7);
    const lied = open('1 0 obj << /Length 99999 >> stream\nab\nendstream endobj 2 0 obj 7 endobj');
    const other = lied.stream(reference(1));
    expect(other === undefined ? '' : lied.data(other)?.toString().trim()).toBe('ab');
    expect(lied.number(reference(2))).toBe(7);
  });

  it('is not misled by the word in a text', () => {
    expect(open('1 0 obj (a stream\nof words) endobj 2 0 obj 7 endobj').number(reference(2))).toBe(7);
  });

  it('reads packed objects', () => {
    const objects = '8 0 9 2 5 << /A 8 0 R >>';
    const data = deflateSync(Buffer.from(objects)).toString('latin1');
    const file = open(
      `1 0 obj << /Type /ObjStm /N 2 /First 8 /Filter /FlateDecode /Length ${data.length} >> stream\n${data}\nendstream endobj`,
    );
    expect(file.number(reference(8))).toBe(5);
    expect(file.number(file.dictionary(reference(9)).entries.get('A'))).toBe(5);
  });

  it('ends on references and pages that loop', () => {
    const file = open(
      '1 0 obj 2 0 R endobj 2 0 obj 1 0 R endobj 3 0 obj << /Type /Catalog /Pages 4 0 R >> endobj ' +
        '4 0 obj << /Type /Pages /Kids [4 0 R 5 0 R 1 0 R] >> endobj 5 0 obj << /Type /Pages /Kids [4 0 R 6 0 R 6 0 R] >> endobj ' +
        '6 0 obj << /Type /Page >> endobj trailer << /Root 3 0 R >>',
    );
    expect(file.resolve(reference(1))).toBeNull();
    expect(pagesOf(file).pages).toHaveLength(1);
  });

  it('finds the pages of a file whose tree is lost', () => {
    const file = open(
      '7 0 obj << /Type /Page /Contents 8 0 R >> endobj 8 0 obj << >> stream\nBT\nendstream endobj',
    );
    expect(pagesOf(file).pages[0]?.contents).toHaveLength(1);
  });

  it('says that it met a ceiling', () => {
    const limits = { maxStreams: 3, maxStructureBytes: 1_000, maxInflatedBytes: 1_000 };
    const streams = '1 0 obj << >> stream\nx\nendstream endobj\n'.repeat(9);
    expect(openPdf(Buffer.from(streams), limits).partial()).toBe(true);
    const bomb = deflateSync(Buffer.alloc(50_000));
    const file = openPdf(
      Buffer.concat([
        Buffer.from('1 0 obj << /Filter /FlateDecode >> stream\n'),
        bomb,
        Buffer.from('\nendstream'),
      ]),
      limits,
    );
    const stream = file.stream(reference(1));
    expect(stream === undefined ? 'none' : file.data(stream)).toBeUndefined();
  });
});

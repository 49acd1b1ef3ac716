import { deflateSync } from 'node:zlib';

export interface PdfObjectStream {
  readonly dictionary: string;
  readonly data: Uint8Array;
  readonly deflate?: boolean;
}

/**
 * A PDF whose page is drawn by `content`. The streams beside it are objects 5 and following, and the XObjects Im1 and
 * following of the page; the other objects come after them. `resources` adds to those of the page.
 */
export function buildPagePdf({
  content,
  streams = [],
  objects = [],
  resources = '',
}: {
  readonly content: string;
  readonly streams?: readonly PdfObjectStream[];
  readonly objects?: readonly string[];
  readonly resources?: string;
}): Buffer {
  const named = streams.map((_, index) => `/Im${index + 1} ${index + 5} 0 R`).join(' ');
  const written = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << ${named} >> ${resources} >> >>`,
    ),
    ...[{ dictionary: '', data: Buffer.from(content, 'latin1'), deflate: true }, ...streams].map(stream),
    ...objects.map((object) => Buffer.from(object, 'latin1')),
  ].map((object, index) =>
    Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]),
  );
  return Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    ...written,
    Buffer.from(`trailer\n<< /Size ${written.length + 1} /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`),
  ]);
}

function stream({ dictionary, data, deflate = false }: PdfObjectStream): Buffer {
  const stored = deflate ? deflateSync(data) : Buffer.from(data);
  return Buffer.concat([
    Buffer.from(
      `<< ${dictionary} ${deflate ? '/Filter /FlateDecode ' : ''}/Length ${stored.length} >>\nstream\n`,
    ),
    stored,
    Buffer.from('\nendstream'),
  ]);
}

import { deflateSync } from 'node:zlib';

/** An image of one byte a pixel, 0 is black. */
export interface GrayImage {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;
}

export interface PrintedPage {
  readonly lines: readonly string[];
  readonly symbol?: { readonly image: GrayImage; readonly caption: string };
}

const pageWidth = 595;
const pageHeight = 842;
const margin = 50;
const leading = 18;
/** Printed side of the symbol, in points: 28 mm. */
const symbolSide = 80;

/** Writes one A4 page as a PDF 1.4: lines in Helvetica from the top, the symbol at the right under its caption. */
export function writePdf({ lines, symbol }: PrintedPage): Buffer {
  const left = pageWidth - margin - symbolSide;
  const top = pageHeight - margin;
  const drawn =
    symbol === undefined
      ? ''
      : `BT /F1 9 Tf ${left} ${top + 6} Td ${literal(symbol.caption)} Tj ET\n` +
        `q ${symbolSide} 0 0 ${symbolSide} ${left} ${top - symbolSide} cm /Im1 Do Q\n`;
  const text = lines.map((line) => `${literal(line)} Tj T*\n`).join('');
  const content = `BT /F1 11 Tf ${leading} TL ${margin} ${top} Td\n${text}ET\n${drawn}`;
  const images = symbol === undefined ? '' : ' /XObject << /Im1 6 0 R >>';
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >>${images} >> >>`,
    ),
    stream('', Buffer.from(content, 'latin1')),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'),
    ...(symbol === undefined
      ? []
      : [
          stream(
            `/Type /XObject /Subtype /Image /Width ${symbol.image.width} /Height ${symbol.image.height} /ColorSpace /DeviceGray /BitsPerComponent 8 `,
            symbol.image.gray,
          ),
        ]),
  ];
  return assembled(objects);
}

function assembled(objects: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let size = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    offsets.push(size);
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(part);
    size += part.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const end = `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${size}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}

function stream(dictionary: string, content: Uint8Array): Buffer {
  const data = deflateSync(content);
  return Buffer.concat([
    Buffer.from(`<< ${dictionary}/Filter /FlateDecode /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
}

/** A literal string; what WinAnsi has at the place of Latin-1 is escaped in octal, the rest is `?`. */
function literal(text: string): string {
  const escaped = Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (character === '(' || character === ')' || character === '\\') return `\\${character}`;
    if (code < 0x7f) return character;
    return code >= 0xa0 && code <= 0xff ? `\\${code.toString(8)}` : '?';
  });
  return `(${escaped.join('')})`;
}

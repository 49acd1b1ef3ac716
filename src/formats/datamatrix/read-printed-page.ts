import type { PdfImage, PdfUnread } from '../pdf/pdf-image.ts';
import type { Raster } from '../pdf/fill-shapes.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { readPdfMarkers } from '../pdf/read-pdf-markers.ts';
import { readSymbols, type DatamatrixSymbol, type Pixels } from './zxing-reader.ts';

/** What a printed document shows to a scanner and to a reader. */
export interface PrintedPage {
  readonly symbols: readonly DatamatrixSymbol[];
  readonly text: string;
  /** False when the page may show text that is not in `text`. */
  readonly textComplete: boolean;
  /** What could not be read without rendering: a symbol that is not found may be there. */
  readonly unread: readonly PdfUnread[];
}

/**
 * Reads the text of a PDF and its DataMatrix symbols, drawn as images or as areas. Never throws for what the bytes
 * hold: what cannot be read is told by `unread`, and must not be taken for absent.
 */
export async function readPrintedPage(pdf: Uint8Array): Promise<PrintedPage> {
  const { version, encrypted } = readPdfMarkers(pdf);
  if (version === undefined) return unreadable('not-pdf');
  if (encrypted) return unreadable('encrypted');
  const read = readPdf(pdf);
  const unread = new Set(read.unread);
  const symbols: DatamatrixSymbol[] = [];
  const keep = (found: readonly DatamatrixSymbol[]): void => {
    const fresh = found.filter(({ text }) => symbols.every((known) => known.text !== text));
    symbols.push(...fresh.map(({ text, bytes, version, shape }) => ({ text, bytes, version, shape })));
  };
  for (const image of read.images) {
    const found = await readSymbols(imageOf(image), { inverted: true });
    if (found === undefined) unread.add('image-encoding');
    else keep(found);
  }
  for (const { raster, modules } of read.drawings) {
    const found = await readDrawing(raster);
    keep(found);
    if (found.length === 0 && modules) unread.add('vector-drawing');
  }
  return { symbols, text: read.text, textComplete: read.textComplete, unread: [...unread].sort() };
}

/** Gaps between modules of up to this many pixels are closed, as ink and the eye of a scanner do. */
const gap = 4;

/** Reads a part of a page as it is drawn, then as it spreads on paper. */
async function readDrawing(raster: Raster): Promise<readonly DatamatrixSymbol[]> {
  const found = await readSymbols(imageOf({ kind: 'pixels', ...raster }), { inverted: false });
  if (found !== undefined && found.length > 0) return found;
  const spread = { ...raster, gray: spreadInk(raster) };
  return (await readSymbols(imageOf({ kind: 'pixels', ...spread }), { inverted: false })) ?? [];
}

/** Each pixel takes the darkest level of a square around it. */
function spreadInk({ width, height, gray }: Raster): Uint8Array {
  const along = (from: Uint8Array, step: number, place: (at: number) => number, length: number): Uint8Array =>
    from.map((_, at) => {
      let level = 255;
      const position = place(at);
      for (let offset = -gap / 2; offset <= gap / 2; offset += 1) {
        const inside = position + offset >= 0 && position + offset < length;
        if (inside) level = Math.min(level, from[at + offset * step] ?? 255);
      }
      return level;
    });
  const rows = along(gray, 1, (at) => at % width, width);
  return along(rows, width, (at) => Math.floor(at / width), height);
}

function unreadable(reason: PdfUnread): PrintedPage {
  return { symbols: [], text: '', textComplete: false, unread: [reason] };
}

/** The quiet zone of a symbol may be the paper around its image: white is added on every side. */
const border = 8;

function imageOf(image: PdfImage): Uint8Array | Pixels {
  if (image.kind === 'jpeg') return image.data;
  const width = image.width + 2 * border;
  const height = image.height + 2 * border;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < image.height; y += 1) {
    let from = y * image.width;
    let to = ((y + border) * width + border) * 4;
    for (const end = from + image.width; from < end; from += 1, to += 4) {
      const level = image.gray[from] ?? 255;
      data[to] = level;
      data[to + 1] = level;
      data[to + 2] = level;
    }
  }
  return { width, height, data };
}

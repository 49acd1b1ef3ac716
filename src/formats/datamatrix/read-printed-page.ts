import { pdfContent } from '../pdf/pdf-content.ts';
import type { PdfImage, PdfUnread } from '../pdf/pdf-image.ts';
import { pdfImages } from '../pdf/pdf-images.ts';
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
 * Reads the DataMatrix symbols of the images of a PDF and its text, without rendering it. Never throws for what the
 * bytes hold: what cannot be read is told by `unread`, and must not be taken for absent.
 */
export async function readPrintedPage(pdf: Uint8Array): Promise<PrintedPage> {
  const { version, encrypted } = readPdfMarkers(pdf);
  if (version === undefined) return unreadable('not-pdf');
  if (encrypted) return unreadable('encrypted');
  const { images, unread: undecoded } = pdfImages(pdf);
  const content = pdfContent(pdf);
  const unread = new Set([...undecoded, ...content.unread]);
  const symbols: DatamatrixSymbol[] = [];
  for (const image of images) {
    const found = await readSymbols(imageOf(image), { inverted: true });
    if (found === undefined) unread.add('image-encoding');
    else {
      const fresh = found.filter(({ text }) => symbols.every((known) => known.text !== text));
      symbols.push(...fresh.map(({ text, bytes, version, shape }) => ({ text, bytes, version, shape })));
    }
  }
  return {
    symbols,
    text: content.text,
    textComplete: content.textComplete,
    unread: [...unread].sort(),
  };
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
    for (let x = 0; x < image.width; x += 1) {
      const level = image.gray[y * image.width + x] ?? 255;
      data.fill(level, ((y + border) * width + x + border) * 4, ((y + border) * width + x + border) * 4 + 3);
    }
  }
  return { width, height, data };
}

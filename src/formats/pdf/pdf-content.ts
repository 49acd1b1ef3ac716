import type { PdfUnread } from './pdf-image.ts';
import { defaultPdfLimits, inflateStream, splitPdf, type PdfLimits } from './pdf-streams.ts';
import { scanContent } from './scan-content.ts';

/** What the content streams of a PDF show without rendering them. */
export interface PdfContent {
  /** Text shown by simple fonts, in the order of the streams; a move of the text position is a line break. */
  readonly text: string;
  /** False when some of the text is written by codes whose characters are not known here: `text` may lack some. */
  readonly textComplete: boolean;
  readonly unread: readonly PdfUnread[];
}

/** Fewer filled shapes than this draw no datamatrix of an INS, which has some hundred dark runs. */
const symbolShapes = 150;
const maxText = 1_000_000;

/** Reads the text of a PDF, and tells what its pages draw that only rendering shows. Bounded; never throws. */
export function pdfContent(bytes: Uint8Array, limits: PdfLimits = defaultPdfLimits): PdfContent {
  const { streams, structure, partial } = splitPdf(bytes, limits);
  const unread = new Set<PdfUnread>(partial ? ['limit'] : []);
  const texts: string[] = [];
  let objects = structure;
  let [room, length, lost] = [limits.maxInflatedBytes, 0, false];
  for (const stream of streams) {
    const objectStream = /\/Type\s*\/ObjStm\b/.test(stream.dictionary);
    if (!objectStream && isNoContent(stream.dictionary)) continue;
    const data = inflateStream(stream, room);
    if (data === undefined) {
      unread.add(room <= 0 ? 'limit' : 'stream-encoding');
      lost = true;
      continue;
    }
    room -= data.length;
    if (objectStream) {
      objects += data.toString('latin1');
      continue;
    }
    const seen = scanContent(data.toString('latin1'), maxText - length);
    if (seen === undefined) continue;
    texts.push(seen.text);
    length += seen.text.length;
    if (seen.inlineImages > 0) unread.add('inline-image');
    if (seen.shapes >= symbolShapes) unread.add('vector-drawing');
    if (seen.cut) unread.add('limit');
  }
  // The codes of these fonts are their own; those of the others are read as WinAnsi.
  const simple = !/\/Subtype\s*\/(Type0|Type3)\b|\/Differences\b/.test(objects);
  const text = texts.join('\n').trim();
  return {
    text,
    textComplete: simple && !isScattered(text) && !lost && !unread.has('limit'),
    unread: [...unread],
  };
}

/** Some writers place each letter by itself: where words end is then known by rendering only. */
function isScattered(text: string): boolean {
  const words = text.split(/\s+/);
  return words.length >= 20 && words.filter((word) => word.length === 1).length > words.length / 2;
}

/** Images, fonts, colour profiles, metadata, embedded files and cross-references draw nothing. */
function isNoContent(dictionary: string): boolean {
  return /\/Subtype\s*\/(Image|XML|Type1C|CIDFontType0C|OpenType)\b|\/Length1\b|\/Type\s*\/(XRef|EmbeddedFile|Metadata|CMap)\b|\/N\s+[134]\b|\/CMapName\b/.test(
    dictionary,
  );
}

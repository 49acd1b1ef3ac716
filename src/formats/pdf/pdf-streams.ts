import { inflateSync } from 'node:zlib';

/** One stream object: its dictionary as text, and its data as stored. */
export interface PdfStream {
  readonly dictionary: string;
  readonly data: Buffer;
}

/** The file cut in stream objects and what lies between them. */
export interface PdfParts {
  readonly streams: readonly PdfStream[];
  /** Everything outside of streams: dictionaries, trailer, cross-reference table; names unescaped. */
  readonly structure: string;
  readonly partial: boolean;
}

/** Ceilings of the scan, in bytes and counts. */
export interface PdfLimits {
  readonly maxStreams: number;
  readonly maxStructureBytes: number;
  readonly maxInflatedBytes: number;
}

/** A report with scans in it stays far below; a hostile file stops here. */
export const defaultPdfLimits: PdfLimits = {
  maxStreams: 20_000,
  maxStructureBytes: 32 * 1024 * 1024,
  maxInflatedBytes: 64 * 1024 * 1024,
};

const STREAM = Buffer.from('stream');
const ENDSTREAM = Buffer.from('endstream');
const MAX_DICTIONARY = 8 * 1024;

/** Cuts a PDF by the keywords `stream` / `endstream` (ISO 32000-1, 7.3.8), one pass, no recursion, never throws. */
export function splitPdf(bytes: Uint8Array, limits: PdfLimits = defaultPdfLimits): PdfParts {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const streams: PdfStream[] = [];
  const between: string[] = [];
  let structureBytes = 0;
  let at = 0;
  while (at < pdf.length) {
    const keyword = pdf.indexOf(STREAM, at);
    const stop = keyword === -1 ? pdf.length : keyword;
    structureBytes += stop - at;
    if (structureBytes > limits.maxStructureBytes || streams.length >= limits.maxStreams) {
      return { streams, structure: between.join('\n'), partial: true };
    }
    const text = unescapeNames(pdf.toString('latin1', at, stop));
    between.push(text);
    if (keyword === -1) break;
    const dataStart = afterLineBreak(pdf, keyword + STREAM.length);
    const end = pdf.indexOf(ENDSTREAM, dataStart);
    const dataStop = end === -1 ? pdf.length : end;
    streams.push({ dictionary: lastDictionary(text), data: pdf.subarray(dataStart, dataStop) });
    at = end === -1 ? pdf.length : end + ENDSTREAM.length;
  }
  return { streams, structure: between.join('\n'), partial: false };
}

/**
 * Data of a stream, inflated when its only filter is FlateDecode; undefined for other filters,
 * damaged data or data larger than `room`.
 */
export function inflateStream(stream: PdfStream, room: number): Buffer | undefined {
  if (!/\/Filter\b/.test(stream.dictionary)) return stream.data.length <= room ? stream.data : undefined;
  if (!/\/Filter\s*\[?\s*\/(FlateDecode|Fl)\s*(\]|\/|>|$|\s)/.test(stream.dictionary)) return undefined;
  if (/\/Filter\s*\[[^\]]*\/[A-Za-z0-9]+\s*\/[A-Za-z0-9]/.test(stream.dictionary)) return undefined;
  try {
    return inflateSync(stream.data, { maxOutputLength: Math.max(1, room) });
  } catch {
    return undefined;
  }
}

function afterLineBreak(pdf: Buffer, at: number): number {
  if (pdf[at] === 0x0d && pdf[at + 1] === 0x0a) return at + 2;
  return pdf[at] === 0x0a || pdf[at] === 0x0d ? at + 1 : at;
}

function lastDictionary(text: string): string {
  const tail = text.slice(-MAX_DICTIONARY);
  const object = tail.lastIndexOf(' obj');
  return object === -1 ? tail : tail.slice(object);
}

/** `/J#53` is `/JS` (ISO 32000-1, 7.3.5): names are compared unescaped. */
function unescapeNames(text: string): string {
  return text.replace(/#([2-7][0-9A-Fa-f])/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

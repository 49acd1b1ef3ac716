import type { PdfMarkers } from './pdf-markers.ts';
import { defaultPdfLimits, inflateStream, splitPdf, type PdfLimits, type PdfStream } from './pdf-streams.ts';

const PDFA_NAMESPACE = 'http://www.aiim.org/pdfa/ns/id/';
const MAX_XMP = 1024 * 1024;

/**
 * Scans a PDF for the marks of PDF/A-1, in bounded time and memory, and never throws: a file that is no PDF
 * has no version, a damaged one lacks the marks that were lost. It is no validator of ISO 19005-1: it can
 * show that a file is not PDF/A-1, not that every clause of the norm holds.
 */
export function readPdfMarkers(bytes: Uint8Array, limits: PdfLimits = defaultPdfLimits): PdfMarkers {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = pdf.toString('latin1', 0, Math.min(1024, pdf.length));
  const header = /%PDF-(\d\.\d)/.exec(head);
  const { streams, structure, partial } = splitPdf(pdf, limits);
  const scan = scanStreams(streams, limits.maxInflatedBytes);
  const objects = `${structure}\n${scan.objects}`;
  const compressedObjects = streams.some(({ dictionary }) => /\/Type\s*\/(ObjStm|XRef)\b/.test(dictionary));
  return {
    version: header?.[1],
    headerOffset: header?.index ?? 0,
    complete: pdf.toString('latin1', Math.max(0, pdf.length - 1024)).includes('%%EOF'),
    encrypted: /\/Encrypt\b/.test(objects),
    pdfaPart: xmpValue(scan.xmp, 'part'),
    pdfaConformance: xmpValue(scan.xmp, 'conformance'),
    outputIntent: /\/OutputIntents\b/.test(objects) && /\/S\s*\/GTS_PDFA1\b/.test(objects),
    activeContent: /\/(JavaScript|JS|Launch)\b/.test(objects),
    embeddedFiles: /\/(EmbeddedFiles?|EF)\b/.test(objects),
    compressedObjects,
    text: scan.text,
    pages: objects.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
    partial: partial || scan.partial,
  };
}

interface StreamScan {
  readonly xmp: string;
  readonly objects: string;
  readonly text: boolean;
  readonly partial: boolean;
}

function scanStreams(streams: readonly PdfStream[], budget: number): StreamScan {
  let room = budget;
  let xmp = '';
  let text = false;
  let partial = false;
  const objects: string[] = [];
  for (const stream of streams) {
    const metadata = /\/Type\s*\/Metadata\b/.test(stream.dictionary);
    const objectStream = /\/Type\s*\/ObjStm\b/.test(stream.dictionary);
    if (!metadata && !objectStream && (text || isBinary(stream.dictionary))) continue;
    if (room <= 0) {
      partial = true;
      break;
    }
    const data = inflateStream(stream, room);
    if (data === undefined) continue;
    room -= data.length;
    if (metadata) xmp ||= xmpOf(data);
    else if (objectStream) objects.push(data.toString('latin1'));
    else text = showsText(data);
  }
  return { xmp, objects: objects.join('\n'), text, partial };
}

/** Images, fonts and colour profiles hold no text operator and are the bulk of a file. */
function isBinary(dictionary: string): boolean {
  return /\/Subtype\s*\/Image\b|\/Length1\b|\/Type\s*\/(XRef|EmbeddedFile)\b|\/N\s+[134]\b|\/CMapName\b/.test(
    dictionary,
  );
}

function showsText(data: Buffer): boolean {
  return /[)>\]]\s{0,8}T[jJ]\b/.test(data.toString('latin1'));
}

function xmpOf(data: Buffer): string {
  const text = data.toString('utf8', 0, Math.min(MAX_XMP, data.length));
  return text.includes(PDFA_NAMESPACE) ? text : '';
}

function xmpValue(xmp: string, name: string): string | undefined {
  const prefix = new RegExp(`xmlns:([\\w-]+)\\s*=\\s*["']${PDFA_NAMESPACE}["']`).exec(xmp)?.[1];
  if (prefix === undefined) return undefined;
  const attribute = new RegExp(`\\b${prefix}:${name}\\s*=\\s*["']([^"'<]*)["']`).exec(xmp)?.[1];
  const element = new RegExp(`<${prefix}:${name}\\s*>([^<]*)<`).exec(xmp)?.[1];
  return (attribute ?? element)?.trim();
}

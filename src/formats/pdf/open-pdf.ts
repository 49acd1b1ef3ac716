import { decodeStream } from './decode-stream.ts';
import type { PdfFile } from './pdf-file.ts';
import { pdfReader } from './pdf-reader.ts';
import { defaultPdfLimits, type PdfLimits } from './pdf-streams.ts';
import {
  emptyDictionary,
  isPdfArray,
  ofKind,
  type PdfDictionary,
  type PdfStreamObject,
  type PdfValue,
} from './pdf-value.ts';

interface Place {
  readonly text: string;
  readonly at: number;
  readonly data?: Uint8Array;
}

const maxHops = 16;
const maxObjects = 200_000;

/**
 * Opens the objects of a PDF: those of the file and of its object streams, the last definition of each. One pass over
 * the bytes; what streams inflate to is bounded over the whole file. Never throws.
 */
export function openPdf(bytes: Uint8Array, limits: PdfLimits = defaultPdfLimits): PdfFile {
  let room = limits.maxInflatedBytes;
  let partial = false;
  const places = new Map<number, Place>();
  const known = new Map<number, PdfValue>();
  const inflated = new WeakMap<PdfStreamObject, Buffer>();
  const streams = new Map<number, PdfStreamObject>();
  const trailers: PdfDictionary[] = [];

  const objectAt = (number: number): PdfValue => {
    const seen = known.get(number);
    if (seen !== undefined) return seen;
    const place = places.get(number);
    known.set(number, null);
    const token = place === undefined ? undefined : pdfReader(place.text, place.at).next();
    const value = token?.kind === 'value' ? token.value : null;
    known.set(number, value);
    return value;
  };
  const file: PdfFile = {
    get trailer() {
      return trailers.findLast(({ entries }) => entries.has('Root')) ?? emptyDictionary;
    },
    resolve: (value) => {
      let one = value ?? null;
      for (let hop = 0; hop < maxHops; hop += 1) {
        const reference = ofKind(one, 'reference');
        if (reference === undefined) return one;
        one = objectAt(reference.object);
      }
      return null;
    },
    dictionary: (value) => ofKind(file.resolve(value), 'dictionary') ?? emptyDictionary,
    array: (value) => {
      const one = file.resolve(value);
      return isPdfArray(one) ? one : [];
    },
    name: (value) => ofKind(file.resolve(value), 'name')?.name,
    number: (value) => {
      const one = file.resolve(value);
      return typeof one === 'number' ? one : undefined;
    },
    stream: (value) => {
      let one = value;
      for (let hop = 0; hop < maxHops; hop += 1) {
        const reference = ofKind(one, 'reference');
        if (reference === undefined) return undefined;
        const place = places.get(reference.object);
        if (place?.data !== undefined) return streamAt(reference.object, place.data);
        one = objectAt(reference.object);
      }
      return undefined;
    },
    data: (stream) => {
      const seen = inflated.get(stream);
      if (seen !== undefined) return seen;
      const data = decodeStream(file, stream, room);
      if (data === undefined) {
        if (room <= 0) partial = true;
        return undefined;
      }
      room -= data.length;
      inflated.set(stream, data);
      return data;
    },
    get numbers() {
      return [...places.keys()];
    },
    partial: () => partial,
  };
  const streamAt = (number: number, data: Uint8Array): PdfStreamObject => {
    const seen = streams.get(number);
    if (seen !== undefined) return seen;
    const stream = { dictionary: ofKind(objectAt(number), 'dictionary') ?? emptyDictionary, data };
    streams.set(number, stream);
    return stream;
  };
  const define = (number: number, place: Place): void => {
    if (places.size >= maxObjects) {
      partial = true;
      return;
    }
    places.delete(number);
    places.set(number, place);
    known.delete(number);
    streams.delete(number);
  };

  for (const part of partsOf(bytes, limits)) {
    if (part === 'limit') {
      partial = true;
      break;
    }
    const objects = [...part.text.matchAll(/(?<!\d)(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj\b/g)];
    for (const [index, found] of objects.entries()) {
      const last = index === objects.length - 1 && part.data !== undefined;
      const at = found.index + found[0].length;
      define(Number(found[1]), { text: part.text, at, ...(last ? { data: part.data } : {}) });
    }
    for (const { index } of part.text.matchAll(/\btrailer\b/g)) {
      const token = pdfReader(part.text, index + 7).next();
      const trailer = token?.kind === 'value' ? ofKind(token.value, 'dictionary') : undefined;
      if (trailer !== undefined) trailers.push(trailer);
    }
    const owner = objects.at(-1)?.[1];
    if (part.data === undefined || owner === undefined) continue;
    const stream = streamAt(Number(owner), part.data);
    const type = file.name(stream.dictionary.entries.get('Type'));
    if (type === 'XRef') trailers.push(stream.dictionary);
    if (type === 'ObjStm') for (const [number, place] of packedObjects(file, stream)) define(number, place);
  }
  return file;
}

/** Objects of an object stream (7.5.7): pairs of number and offset, then the objects. */
function packedObjects(file: PdfFile, stream: PdfStreamObject): readonly (readonly [number, Place])[] {
  const text = file.data(stream)?.toString('latin1');
  const first = file.number(stream.dictionary.entries.get('First'));
  const count = file.number(stream.dictionary.entries.get('N'));
  if (text === undefined || first === undefined || count === undefined) return [];
  const head = text.slice(0, first).match(/\d+/g) ?? [];
  const objects: (readonly [number, Place])[] = [];
  for (let index = 0; index < Math.min(count, head.length >> 1); index += 1) {
    objects.push([Number(head[2 * index]), { text, at: first + Number(head[2 * index + 1]) }]);
  }
  return objects;
}

interface Part {
  /** Objects up to a stream, or to the end. */
  readonly text: string;
  readonly data?: Uint8Array;
}

const keyword = Buffer.from('stream');
const endKeyword = Buffer.from('endstream');

/** The file cut at its streams; a stream ends where its length says when the keyword stands there (7.3.8). */
function* partsOf(bytes: Uint8Array, limits: PdfLimits): Generator<Part | 'limit'> {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [at, search, structure, count] = [0, 0, 0, 0];
  while (at < pdf.length) {
    const found = pdf.indexOf(keyword, search);
    if (found !== -1 && !opensStream(pdf, found)) {
      search = found + keyword.length;
      continue;
    }
    const stop = found === -1 ? pdf.length : found;
    structure += stop - at;
    count += 1;
    if (structure > limits.maxStructureBytes || count > limits.maxStreams) {
      yield 'limit';
      return;
    }
    const text = pdf.toString('latin1', at, stop);
    if (found === -1) {
      yield { text };
      return;
    }
    const start = afterLineBreak(pdf, found + keyword.length);
    const end = endOfData(pdf, start, text);
    yield { text, data: pdf.subarray(start, end.data) };
    at = end.next;
    search = at;
  }
}

/** The keyword follows a dictionary; the word may also stand in a text. */
function opensStream(pdf: Buffer, found: number): boolean {
  const before = pdf.toString('latin1', Math.max(0, found - 32), found);
  return (
    /(?:>>|^)[\0\t\n\f\r ]*$/.test(before) && [0x0a, 0x0d, 0x20].includes(pdf[found + keyword.length] ?? 0)
  );
}

function endOfData(
  pdf: Buffer,
  start: number,
  text: string,
): { readonly data: number; readonly next: number } {
  const length = /\/Length[\0\t\n\f\r ]+(\d{1,10})(?![\d.]|[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R)/.exec(
    text.slice(Math.max(0, text.lastIndexOf(' obj'))),
  )?.[1];
  const said = length === undefined ? -1 : start + Number(length);
  if (said >= start && said <= pdf.length) {
    const after = pdf.toString('latin1', said, said + 16);
    const close = /^[\0\t\n\f\r ]{0,4}endstream/.exec(after);
    if (close !== null) return { data: said, next: said + close[0].length };
  }
  const end = pdf.indexOf(endKeyword, start);
  return end === -1 ? { data: pdf.length, next: pdf.length } : { data: end, next: end + endKeyword.length };
}

function afterLineBreak(pdf: Buffer, at: number): number {
  if (pdf[at] === 0x0d && pdf[at + 1] === 0x0a) return at + 2;
  return pdf[at] === 0x0a || pdf[at] === 0x0d ? at + 1 : at;
}

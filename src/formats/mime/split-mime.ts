import type { ByteRange, MimeHeader, MimePart, MimeProblem } from './mime-part.ts';
import { parseParameterisedValue } from './parse-parameterised-value.ts';

/** Ceilings for a hostile message. */
export interface MimeLimits {
  readonly maxDepth: number;
  readonly maxParts: number;
  /** Bytes of the headers of one part. */
  readonly maxHeaderBytes: number;
}

const defaultMimeLimits: MimeLimits = { maxDepth: 10, maxParts: 500, maxHeaderBytes: 256 * 1024 };

/** The tree, with every fault met; a faulty part is kept as a leaf. */
export interface MimeSplit {
  readonly root: MimePart;
  readonly problems: readonly MimeProblem[];
}

interface State {
  readonly bytes: Buffer;
  readonly limits: MimeLimits;
  readonly problems: MimeProblem[];
  parts: number;
}

/**
 * Splits a message into parts by byte ranges (RFC 5322 §2.2, RFC 2046 §5.1), decoding nothing, so that
 * evidence stays byte-exact. Accepts CRLF and bare LF. Linear in the size, never throws.
 * `root` gives the headers of a message whose own were carried elsewhere (an HTTP Content-Type).
 */
export function splitMime(
  bytes: Uint8Array,
  options: { readonly rootContentType?: string; readonly limits?: MimeLimits } = {},
): MimeSplit {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const state: State = { bytes: buffer, limits: options.limits ?? defaultMimeLimits, problems: [], parts: 0 };
  if (options.rootContentType === undefined) {
    return { root: readPart(state, [0, buffer.length], '', 0), problems: state.problems };
  }
  const header: MimeHeader = { name: 'Content-Type', value: options.rootContentType, range: [0, 0] };
  return { root: buildPart(state, [header], [0, buffer.length], '', 0), problems: state.problems };
}

function readPart(state: State, range: ByteRange, path: string, depth: number): MimePart {
  const { headers, bodyStart } = readHeaders(state, range, path);
  return buildPart(state, headers, [bodyStart, range[1]], path, depth);
}

function buildPart(
  state: State,
  headers: readonly MimeHeader[],
  body: ByteRange,
  path: string,
  depth: number,
): MimePart {
  state.parts += 1;
  const contentType = parseParameterisedValue(firstHeader(headers, 'content-type') ?? 'text/plain');
  const disposition = firstHeader(headers, 'content-disposition');
  const part: MimePart = {
    path,
    headers,
    contentType,
    disposition: disposition === undefined ? undefined : parseParameterisedValue(disposition),
    transferEncoding: (firstHeader(headers, 'content-transfer-encoding') ?? '7bit').trim().toLowerCase(),
    body,
    parts: [],
  };
  if (!contentType.value.startsWith('multipart/')) return part;
  const boundary = contentType.parameters['boundary'];
  if (boundary === undefined || boundary === '') return fault(state, part, 'mime-boundary-missing');
  if (depth >= state.limits.maxDepth) return fault(state, part, 'mime-too-deep');
  return { ...part, parts: readChildren(state, part, boundary, depth) };
}

function readChildren(state: State, parent: MimePart, boundary: string, depth: number): MimePart[] {
  const children: MimePart[] = [];
  const { delimiters, closed } = findDelimiters(state.bytes, parent.body, boundary);
  if (!closed) fault(state, parent, 'mime-boundary-unclosed');
  for (const [index, delimiter] of delimiters.entries()) {
    if (delimiter.closing) break;
    if (state.parts >= state.limits.maxParts) {
      fault(state, parent, 'mime-too-many-parts');
      break;
    }
    const end = delimiters[index + 1]?.start ?? parent.body[1];
    const path = parent.path === '' ? String(index + 1) : `${parent.path}.${index + 1}`;
    children.push(readPart(state, [Math.min(delimiter.end, end), end], path, depth + 1));
  }
  return children;
}

interface Delimiter {
  /** Start of the line break before the delimiter, which is part of it (RFC 2046 §5.1.1). */
  readonly start: number;
  readonly end: number;
  readonly closing: boolean;
}

function findDelimiters(
  bytes: Buffer,
  body: ByteRange,
  boundary: string,
): { delimiters: Delimiter[]; closed: boolean } {
  const dashed = Buffer.from(`--${boundary}`, 'latin1');
  const delimiters: Delimiter[] = [];
  let at = bytes.indexOf(dashed, body[0]);
  while (at !== -1 && at + dashed.length <= body[1]) {
    const after = at + dashed.length;
    const atLineStart = at === body[0] || bytes[at - 1] === 0x0a;
    const lineEnd = endOfLine(bytes, after, body[1]);
    const tail = bytes.toString('latin1', after, lineEnd).trimEnd();
    if (atLineStart && (tail === '' || tail === '--')) {
      const start = at === body[0] ? at : bytes[at - 2] === 0x0d ? at - 2 : at - 1;
      delimiters.push({ start: Math.max(start, body[0]), end: lineEnd, closing: tail === '--' });
      if (tail === '--') return { delimiters, closed: true };
    }
    at = bytes.indexOf(dashed, after);
  }
  return { delimiters, closed: false };
}

/** One past the line feed, or `stop`. A boundary line longer than 256 bytes is no boundary. */
function endOfLine(bytes: Buffer, from: number, stop: number): number {
  const limit = Math.min(stop, from + 256);
  for (let at = from; at < limit; at += 1) if (bytes[at] === 0x0a) return at + 1;
  return limit;
}

function readHeaders(
  state: State,
  range: ByteRange,
  path: string,
): { headers: MimeHeader[]; bodyStart: number } {
  const { bytes, limits } = state;
  const stop = Math.min(range[1], range[0] + limits.maxHeaderBytes);
  const headers: MimeHeader[] = [];
  let at = range[0];
  let field: { start: number; end: number } | undefined;
  const keep = (): void => {
    if (field === undefined) return;
    const header = parseField(bytes, field.start, field.end);
    if (header === undefined) state.problems.push({ code: 'mime-header-malformed', path, at: field.start });
    else headers.push(header);
    field = undefined;
  };
  while (at < stop) {
    const feed = bytes.indexOf(0x0a, at);
    const next = feed === -1 || feed >= range[1] ? range[1] : feed + 1;
    const blank = bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] === 0x0a);
    if (blank) {
      keep();
      return { headers, bodyStart: next };
    }
    const folded = bytes[at] === 0x20 || bytes[at] === 0x09;
    if (folded && field !== undefined) field.end = next;
    else {
      keep();
      field = { start: at, end: next };
    }
    at = next;
  }
  keep();
  if (at < range[1]) state.problems.push({ code: 'mime-headers-too-long', path, at });
  return { headers, bodyStart: Math.min(at, range[1]) };
}

function parseField(bytes: Buffer, start: number, end: number): MimeHeader | undefined {
  const text = bytes.toString('latin1', start, end);
  const colon = text.indexOf(':');
  if (colon < 1 || /[\0-\x20\x7f-\xff]/.test(text.slice(0, colon).trimEnd())) return undefined;
  return {
    name: text.slice(0, colon).trimEnd(),
    value: text
      .slice(colon + 1)
      .replace(/\r?\n(?=[ \t])/g, '')
      .trim(),
    range: [start, end],
  };
}

/** Value of the first header of that name (lower case), as in `MimeHeader.value`. */
export function firstHeader(headers: readonly MimeHeader[], name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name)?.value;
}

function fault(state: State, part: MimePart, code: MimeProblem['code']): MimePart {
  state.problems.push({ code, path: part.path, at: part.body[0] });
  return part;
}

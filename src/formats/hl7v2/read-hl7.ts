import type { Hl7Delimiters, Hl7File, Hl7Message, Hl7Segment } from './hl7-message.ts';

/** Limits of what is read; a message over one is refused, never cut. */
export interface Hl7Limits {
  readonly maxBytes: number;
  readonly maxSegments: number;
}

const defaultLimits: Hl7Limits = { maxBytes: 32 * 1024 * 1024, maxSegments: 20_000 };

export type Hl7ProblemCode = 'too-large' | 'too-many-segments' | 'utf-16' | 'no-msh' | 'bad-delimiters';

export type Hl7Reading =
  | { readonly kind: 'read'; readonly file: Hl7File }
  | {
      readonly kind: 'problem';
      readonly code: Hl7ProblemCode;
      readonly message: string;
      readonly line: number;
    };

/**
 * Reads HL7 v2 messages in vertical-bar encoding (HL7 v2.5 §2.6), one or a batch, as a file or an MLLP block. Segments
 * may end with CR, LF or both. Nothing is lost: {@link writeHl7} gives the same bytes. Never throws; what cannot be
 * read at all is a problem with its line.
 */
export function readHl7(bytes: Uint8Array, limits: Hl7Limits = defaultLimits): Hl7Reading {
  if (bytes.length > limits.maxBytes) {
    return problem('too-large', `${bytes.length} bytes, at most ${limits.maxBytes} are read`);
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (text.startsWith('\xff\xfe') || text.startsWith('\xfe\xff') || /^[\x00-\x1f]*M\x00S\x00H/.test(text)) {
    return problem('utf-16', 'UTF-16 is not readable on a byte-oriented interface');
  }
  const prefix = /^(?:\xef\xbb\xbf|[\x0b\r\n])*/.exec(text)?.[0] ?? '';
  const segments = cutSegments(text, prefix, limits.maxSegments);
  if (segments === undefined) return problem('too-many-segments', `more than ${limits.maxSegments} segments`);
  return messagesOf(prefix, segments);
}

/** The bytes of a file; those that were read, as long as no segment was changed. */
export function writeHl7(file: Pick<Hl7File, 'prefix' | 'segments'>): Uint8Array {
  const text = file.segments.map(({ raw, terminator }) => raw + terminator).join('');
  return Buffer.from(file.prefix + text, 'latin1');
}

function cutSegments(text: string, prefix: string, most: number): readonly Hl7Segment[] | undefined {
  const segments: Hl7Segment[] = [];
  let line = 1 + lineBreaks(prefix);
  let at = prefix.length;
  const cut = /([^\r\n\x1c]*)([\r\n\x1c\x0b]*)/y;
  while (at < text.length) {
    if (segments.length >= most) return undefined;
    cut.lastIndex = at;
    const [whole = '', raw = '', terminator = ''] = cut.exec(text) ?? [];
    if (whole === '') break;
    segments.push({ name: raw.slice(0, 3), line, bytes: [at, at + raw.length], raw, terminator });
    line += lineBreaks(terminator);
    at += whole.length;
  }
  return segments;
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function messagesOf(prefix: string, segments: readonly Hl7Segment[]): Hl7Reading {
  const messages: (Hl7Message & { readonly segments: Hl7Segment[] })[] = [];
  const strays: Hl7Segment[] = [];
  for (const segment of segments) {
    if (segment.name === 'MSH') {
      const delimiters = delimitersOf(segment.raw);
      if (delimiters === undefined) {
        return problem(
          'bad-delimiters',
          'MSH-1 and MSH-2 do not declare five distinct separators',
          segment.line,
        );
      }
      messages.push({ delimiters, charset: charsetOf(segment.raw, delimiters), segments: [segment] });
      continue;
    }
    const current = messages.at(-1);
    if (/^(FHS|BHS|BTS|FTS)/.test(segment.raw)) continue;
    const separator = current?.delimiters.field ?? '|';
    const named = /^[A-Z][A-Z0-9]{2}$/.test(segment.name) && [separator, ''].includes(segment.raw.charAt(3));
    if (!named || current === undefined) strays.push(segment);
    else current.segments.push(segment);
  }
  if (messages.length === 0) return problem('no-msh', 'no MSH segment');
  return { kind: 'read', file: { prefix, segments, messages, strays } };
}

/** Separators of an MSH; HL7 2.7 adds a fifth character (truncation), which is accepted and ignored. */
function delimitersOf(raw: string): Hl7Delimiters | undefined {
  const field = raw.charAt(3);
  const encoding = raw.slice(4).split(field)[0] ?? '';
  const [component = '', repetition = '', escape = '', subcomponent = ''] = encoding;
  const all = [field, component, repetition, escape, subcomponent];
  if (encoding.length < 4 || encoding.length > 5 || new Set(all).size < 5) return undefined;
  if (all.some((one) => /[A-Za-z0-9\x00-\x20\x80-\xff]/.test(one) || one === '')) return undefined;
  return { field, component, repetition, escape, subcomponent };
}

function charsetOf(raw: string, delimiters: Hl7Delimiters): string {
  return raw.split(delimiters.field)[17]?.split(delimiters.repetition)[0] ?? '';
}

function problem(code: Hl7ProblemCode, message: string, line = 1): Hl7Reading {
  return { kind: 'problem', code, message, line };
}

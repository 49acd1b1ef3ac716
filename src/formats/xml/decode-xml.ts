import { isUtf8 } from 'node:buffer';
import { InputError } from '../../domain/segur-error.ts';

const supported = 'UTF-8, UTF-16, ISO-8859-1, windows-1252';

/**
 * The text of an XML file in its declared encoding: byte order mark first, then the declaration, then UTF-8
 * (XML 1.0 section 4.3.3, appendix F). Throws InputError `xml-encoding` on an encoding that is unknown or
 * contradicts the byte order mark, and `xml-undecodable` with the byte offset on bytes that it cannot hold.
 */
export function decodeXml(bytes: Uint8Array, file: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [b0, b1, b2] = [buffer[0], buffer[1], buffer[2]];
  if (b0 === 0xff && b1 === 0xfe) return decodeUtf16(buffer, 2, 'utf-16le', file);
  if (b0 === 0xfe && b1 === 0xff) return decodeUtf16(buffer, 2, 'utf-16be', file);
  if (b0 === 0x3c && b1 === 0x00) return decodeUtf16(buffer, 0, 'utf-16le', file);
  if (b0 === 0x00 && b1 === 0x3c) return decodeUtf16(buffer, 0, 'utf-16be', file);
  const mark = b0 === 0xef && b1 === 0xbb && b2 === 0xbf;
  const body = mark ? buffer.subarray(3) : buffer;
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(
    body.toString('latin1', 0, 256),
  )?.[1];
  const encoding = (declared ?? 'utf-8').toLowerCase();
  if (mark && encoding !== 'utf-8') throw unknownEncoding(`${encoding}, after a UTF-8 byte order mark`, file);
  switch (encoding) {
    case 'utf-8':
    case 'utf8':
    case 'us-ascii':
    case 'ascii':
      return decodeUtf8(body, mark ? 3 : 0, file);
    case 'iso-8859-1':
    case 'latin1':
    case 'iso8859-1':
      return body.toString('latin1');
    case 'windows-1252':
    case 'cp1252':
      return decodeWindows1252(body, file);
    default:
      throw unknownEncoding(encoding, file);
  }
}

function decodeUtf8(body: Buffer, skipped: number, file: string): string {
  if (!isUtf8(body)) throw undecodable('UTF-8', skipped + firstBadUtf8(body), file);
  return body.toString('utf8');
}

/** Grows the valid prefix by halves: only ever run on the way to an error. */
function firstBadUtf8(body: Buffer): number {
  let [good, bad] = [0, body.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(body.subarray(0, characterStart(body, middle)))) good = middle;
    else bad = middle;
  }
  return characterStart(body, good);
}

function characterStart(body: Buffer, at: number): number {
  let start = at;
  for (let back = 0; back < 3 && start > 0 && ((body[start] ?? 0) & 0xc0) === 0x80; back += 1) start -= 1;
  return start;
}

function decodeUtf16(buffer: Buffer, from: number, label: 'utf-16le' | 'utf-16be', file: string): string {
  const body = buffer.subarray(from);
  if (body.length % 2 !== 0) throw undecodable(label, buffer.length - 1, file);
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(body);
  } catch (cause) {
    throw undecodable(label, from + firstLoneSurrogate(body, label), file, cause);
  }
}

function firstLoneSurrogate(body: Buffer, label: string): number {
  const unit = (at: number): number =>
    at + 1 >= body.length ? 0 : label === 'utf-16le' ? body.readUInt16LE(at) : body.readUInt16BE(at);
  for (let at = 0; at < body.length; at += 2) {
    const kind = unit(at) & 0xfc00;
    if (kind === 0xdc00) return at;
    if (kind === 0xd800) {
      if ((unit(at + 2) & 0xfc00) !== 0xdc00) return at;
      at += 2;
    }
  }
  return 0;
}

function decodeWindows1252(body: Buffer, file: string): string {
  const bad = body.findIndex((b) => b === 0x81 || b === 0x8d || b === 0x8f || b === 0x90 || b === 0x9d);
  if (bad >= 0) throw undecodable('windows-1252', bad, file);
  return new TextDecoder('windows-1252').decode(body);
}

function unknownEncoding(encoding: string, file: string): InputError {
  return new InputError('xml-encoding', `unsupported XML encoding: ${encoding}`, {
    at: { file, line: 1 },
    hint: `save the file in one of ${supported} and declare it`,
    details: { encoding },
  });
}

function undecodable(encoding: string, offset: number, file: string, cause?: unknown): InputError {
  return new InputError('xml-undecodable', `byte ${offset} is not valid ${encoding}`, {
    at: { file },
    hint: 'declare the encoding that the file really has',
    details: { encoding, offset },
    cause,
  });
}

import { TextDecoder } from 'node:util';

/** Charsets of HL7 table 0211 that French messages use, with the decoder that reads them. */
const decoders: Readonly<Record<string, string>> = {
  'UNICODE UTF-8': 'utf-8',
  '8859/1': 'iso-8859-1',
  '8859/15': 'iso-8859-15',
  ASCII: 'us-ascii',
  '': 'us-ascii',
};

/** Why the bytes of a message are not in the charset that it declares; `offset` counts from the start given. */
export interface CharsetFault {
  readonly kind: 'unknown-charset' | 'not-ascii' | 'not-utf-8' | 'control-character' | 'is-utf-8';
  readonly offset: number;
}

/**
 * Text of some bytes in a charset of MSH-18. A wrong byte gives U+FFFD under UTF-8; ASCII and unknown charsets are read
 * as UTF-8 where that works and as latin1 otherwise, so that a reader sees something: {@link charsetFault} judges.
 */
export function decodeHl7Text(latin1: string, charset: string): string {
  if (!/[\x80-\xff]/.test(latin1)) return latin1;
  const bytes = Buffer.from(latin1, 'latin1');
  const name = decoders[charset];
  if (name === 'iso-8859-1') return latin1;
  if (name === 'utf-8' || name === 'iso-8859-15') return new TextDecoder(name).decode(bytes);
  return isUtf8(bytes) ? bytes.toString('utf8') : latin1;
}

/** The bytes of a text in a charset of MSH-18, as latin1; undefined when it cannot hold one of the characters. */
export function encodeHl7Text(text: string, charset: string): string | undefined {
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  if (decoders[charset] === 'utf-8') return Buffer.from(text, 'utf8').toString('latin1');
  if (decoders[charset] === 'iso-8859-1') return /^[\x00-\xff]*$/.test(text) ? text : undefined;
  if (decoders[charset] === 'iso-8859-15') {
    const bytes = Array.from(text, (char) => latin9.get(char));
    return bytes.includes(undefined) ? undefined : bytes.join('');
  }
  return undefined;
}

/** First byte that is not of the declared charset; undefined when all are, or when all is plain ASCII. */
export function charsetFault(latin1: string, charset: string): CharsetFault | undefined {
  const name = decoders[charset];
  if (name === undefined) return { kind: 'unknown-charset', offset: 0 };
  const first = latin1.search(/[\x80-\xff]/);
  if (first === -1) return undefined;
  if (name === 'us-ascii') return { kind: 'not-ascii', offset: first };
  const valid = isUtf8(Buffer.from(latin1, 'latin1'));
  if (name === 'utf-8') return valid ? undefined : { kind: 'not-utf-8', offset: firstNotUtf8(latin1) };
  // Every accent of latin1 text would have to fall in pairs to look like UTF-8: it does not happen by chance.
  if (valid) return { kind: 'is-utf-8', offset: first };
  const control = latin1.search(/[\x80-\x9f]/);
  return control === -1 ? undefined : { kind: 'control-character', offset: control };
}

const latin9: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 256 }, (_, code) => [
    new TextDecoder('iso-8859-15').decode(Uint8Array.of(code)),
    String.fromCharCode(code),
  ]),
);

const utf8Sequence =
  /[\x00-\x7f]+|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}/y;

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function firstNotUtf8(latin1: string): number {
  let at = 0;
  while (at < latin1.length) {
    utf8Sequence.lastIndex = at;
    const sequence = utf8Sequence.exec(latin1);
    if (sequence === null) return at;
    at += sequence[0].length;
  }
  return at;
}

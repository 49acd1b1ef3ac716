import { TextDecoder } from 'node:util';

/** What windows-1252 puts at 80..9F, in order; the five holes keep their control character. */
const CP1252_HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const CP1252_NAMES = new Set([
  'windows-1252',
  'cp1252',
  'x-cp1252',
  'iso-8859-1',
  'latin1',
  'us-ascii',
  'ascii',
]);

/**
 * Text of some bytes in a named charset, malformed sequences shown as U+FFFD;
 * a charset that the platform does not know is read as UTF-8.
 */
export function decodeCharset(bytes: Uint8Array, charset: string): string {
  const name = charset.trim().toLowerCase();
  // Node 20 decodes this one as plain latin1, against the Encoding standard.
  if (CP1252_NAMES.has(name)) return decodeCp1252(bytes);
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(name);
  } catch {
    decoder = new TextDecoder('utf-8');
  }
  return decoder.decode(bytes);
}

function decodeCp1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (char) => CP1252_HIGH[char.charCodeAt(0) - 0x80] ?? char);
}

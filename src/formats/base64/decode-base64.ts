/** The decoded bytes, or the place and reason of the first fault (index in the text given). */
export type Base64Decoding =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'invalid';
      readonly reason: 'alphabet' | 'padding' | 'length';
      readonly index: number;
    };

/**
 * Decodes RFC 4648 §4 base64 with white space allowed anywhere, in linear time, and refuses what
 * `Buffer.from` silently repairs: foreign characters, data after the padding, a truncated last group.
 */
export function decodeBase64(text: string): Base64Decoding {
  const foreign = /[^A-Za-z0-9+/=\s]/.exec(text);
  if (foreign !== null) return { kind: 'invalid', reason: 'alphabet', index: foreign.index };
  const compact = text.replace(/\s+/g, '');
  const padding = compact.indexOf('=');
  if (padding !== -1 && !/^={1,2}$/.test(compact.slice(padding, padding + 3))) {
    return { kind: 'invalid', reason: 'padding', index: text.indexOf('=') };
  }
  if (compact.length % 4 !== 0) return { kind: 'invalid', reason: 'length', index: text.length };
  return { kind: 'bytes', bytes: Buffer.from(compact, 'base64') };
}

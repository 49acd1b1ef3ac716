import { decodeBase64 } from '../base64/decode-base64.ts';
import { decodeCharset } from './decode-charset.ts';
import type { MimePart } from './mime-part.ts';

/** The content of a part after its transfer encoding; `damaged` when the encoding is broken. */
export interface DecodedPart {
  readonly bytes: Uint8Array;
  readonly damaged: boolean;
}

/** Undoes base64 and quoted-printable (RFC 2045 §6); any other encoding is the identity. */
export function decodePart(message: Uint8Array, part: MimePart): DecodedPart {
  const raw = Buffer.from(message.buffer, message.byteOffset, message.byteLength).subarray(...part.body);
  switch (part.transferEncoding) {
    case 'base64': {
      const decoding = decodeBase64(raw.toString('latin1'));
      return decoding.kind === 'bytes'
        ? { bytes: decoding.bytes, damaged: false }
        : { bytes: Buffer.from(raw.toString('latin1'), 'base64'), damaged: true };
    }
    case 'quoted-printable':
      return decodeQuotedPrintable(raw.toString('latin1'));
    default:
      return { bytes: raw, damaged: false };
  }
}

/** Text of a `text/*` part in its declared charset (US-ASCII by default, read as UTF-8). */
export function textOfPart(message: Uint8Array, part: MimePart): string {
  return decodeCharset(decodePart(message, part).bytes, part.contentType.parameters['charset'] ?? 'utf-8');
}

function decodeQuotedPrintable(text: string): DecodedPart {
  const joined = text.replace(/=[ \t]*\r?\n/g, '');
  const damaged = /=(?![0-9A-Fa-f]{2})/.test(joined);
  const latin1 = joined.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return { bytes: Buffer.from(latin1, 'latin1'), damaged };
}

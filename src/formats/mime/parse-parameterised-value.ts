import { decodeWords } from 'postal-mime';
import { decodeCharset } from './decode-charset.ts';
import type { ParameterisedValue } from './mime-part.ts';

/**
 * Parses `value; name=token; name="quoted"; name*=utf-8''%C3%A9; name*0*=...` (RFC 2045 §5.1, RFC 2231),
 * and the RFC 2047 words that many clients write there although they should not. Never throws.
 */
export function parseParameterisedValue(raw: string): ParameterisedValue {
  const [value = '', ...rest] = splitOutsideQuotes(raw);
  const pieces = new Map<string, { order: number; encoded: boolean; text: string }[]>();
  for (const item of rest) {
    const equals = item.indexOf('=');
    if (equals === -1) continue;
    const name = /^([^*]+)(?:\*(\d+))?(\*)?$/.exec(item.slice(0, equals).trim().toLowerCase());
    if (name === null) continue;
    const key = name[1] ?? '';
    const list = pieces.get(key) ?? [];
    list.push({
      order: Number(name[2] ?? 0),
      encoded: name[3] !== undefined,
      text: unquote(item.slice(equals + 1).trim()),
    });
    pieces.set(key, list);
  }
  const rawParameters = [...pieces]
    .filter(([, list]) => list.some((piece) => /[\x80-\xff]/.test(piece.text)))
    .map(([name]) => name);
  return {
    value: value.trim().toLowerCase(),
    parameters: Object.fromEntries([...pieces].map(([name, list]) => [name, join(list)])),
    rawParameters,
  };
}

function splitOutsideQuotes(raw: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < raw.length; at += 1) {
    const char = raw[at];
    if (quoted && char === '\\') at += 1;
    else if (char === '"') quoted = !quoted;
    else if (char === ';' && !quoted) {
      parts.push(raw.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(raw.slice(start));
  return parts;
}

function unquote(text: string): string {
  return text.startsWith('"') ? text.slice(1).replace(/"$/, '').replace(/\\(.)/g, '$1') : text;
}

function join(list: readonly { order: number; encoded: boolean; text: string }[]): string {
  const ordered = [...list].sort((a, b) => a.order - b.order);
  if (!ordered.some((piece) => piece.encoded)) {
    const text = ordered.map((piece) => piece.text).join('');
    return /[\x80-\xff]/.test(text) ? decodeCharset(Buffer.from(text, 'latin1'), 'utf-8') : decodeWords(text);
  }
  let charset = 'utf-8';
  const bytes = ordered.map((piece, index) => {
    if (!piece.encoded) return Buffer.from(piece.text, 'latin1');
    const prefix = index === 0 ? /^([^']*)'[^']*'/.exec(piece.text) : null;
    if (prefix?.[1] !== undefined && prefix[1] !== '') charset = prefix[1];
    return percentDecode(prefix === null ? piece.text : piece.text.slice(prefix[0].length));
  });
  return decodeCharset(Buffer.concat(bytes), charset);
}

function percentDecode(text: string): Buffer {
  const latin1 = text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return Buffer.from(latin1, 'latin1');
}

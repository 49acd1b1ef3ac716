import { InputError } from '../domain/segur-error.ts';

const shortest = 4;

interface Replacement {
  readonly from: string;
  readonly to: string;
}

/**
 * The one place where declared secrets leave views and raw bytes. Each is replaced by `«secret:label»` in clear,
 * percent-encoded, form-encoded, JSON-escaped and base64 form, and inside the credentials of a Basic header, which
 * stay decodable: a check still sees that a secret travelled, never which.
 */
export class Redaction {
  readonly #values = new Map<string, string>();
  #text: readonly Replacement[] = [];
  #bytes: readonly Replacement[] = [];

  /** Throws InputError for a value so short that replacing it would eat unrelated evidence. */
  secret(label: string, value: string): void {
    if (value.length < shortest) {
      throw new InputError(
        'SECRET_TOO_SHORT',
        `secret ${label} has fewer than ${String(shortest)} characters`,
        {
          hint: 'Use a longer test secret: a short one cannot be told from ordinary text.',
          details: { label },
        },
      );
    }
    if (this.#values.get(value) === label) return;
    this.#values.set(value, label);
    const replacements = [...this.#values].flatMap(([secret, name]) => variants(secret, `«secret:${name}»`));
    // Longest first: a secret that contains another must not be cut in two.
    this.#text = replacements.sort((a, b) => b.from.length - a.from.length);
    this.#bytes = this.#text.map(({ from, to }) => ({ from: asLatin1(from), to: asLatin1(to) }));
  }

  /** JSON text of a preuve, with secrets replaced; the same string when there is none. */
  json(text: string): string {
    return replaceAll(text, this.#text, 'utf8');
  }

  /** Raw bytes with secrets replaced; the same object when there is none. */
  bytes(bytes: Uint8Array): Uint8Array {
    if (this.#bytes.length === 0 || bytes.length === 0) return bytes;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const redacted = replaceAll(text, this.#bytes, 'latin1');
    return redacted === text ? bytes : Buffer.from(redacted, 'latin1');
  }
}

function variants(secret: string, marker: string): Replacement[] {
  const percent = encodeURIComponent(secret);
  const form = new URLSearchParams([['', secret]]).toString().slice(1);
  const base64 = Buffer.from(secret).toString('base64');
  const found = new Set([
    secret,
    JSON.stringify(secret).slice(1, -1),
    percent,
    lowerEscapes(percent),
    form,
    lowerEscapes(form),
    base64,
    base64.replace(/=+$/, ''),
    Buffer.from(secret).toString('base64url'),
  ]);
  return [...found].map((from) => ({ from, to: marker }));
}

function lowerEscapes(text: string): string {
  return text.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
}

function replaceAll(text: string, replacements: readonly Replacement[], encoding: 'utf8' | 'latin1'): string {
  if (replacements.length === 0) return text;
  let current = text;
  for (const { from, to } of replacements) {
    if (current.includes(from)) current = current.replaceAll(from, () => to);
  }
  if (!/basic /i.test(current)) return current;
  return current.replace(/(basic )([A-Za-z0-9+/_-]{4,}={0,2})/gi, (whole, scheme: string, token: string) => {
    const credentials = Buffer.from(token, 'base64').toString(encoding);
    const redacted = replaceAll(credentials, replacements, encoding);
    return redacted === credentials ? whole : scheme + Buffer.from(redacted, encoding).toString('base64');
  });
}

function asLatin1(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

import { InputError } from '../domain/segur-error.ts';

const shortest = 4;

interface Replacement {
  readonly from: string;
  readonly to: string;
}

/** All that is replaced in one encoding, and what tells in one pass that nothing of it can be there. */
interface Replacements {
  readonly all: readonly Replacement[];
  readonly hint: RegExp;
  readonly encoding: 'utf8' | 'latin1';
}

/** Enough to tell a secret from text; keys of one format share theirs, so that the pass stays short. */
const hintLength = 12;

/**
 * The one place where declared secrets leave views and raw bytes. Each is replaced by `«secret:label»` in clear,
 * percent-encoded, form-encoded, JSON-escaped and base64 form, and inside the credentials of a Basic header, which
 * stay decodable: a check still sees that a secret travelled, never which.
 */
export class Redaction {
  readonly #values = new Map<string, string>();
  #text: Replacements | undefined;
  #bytes: Replacements | undefined;

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
    const all = replacements.sort((a, b) => b.from.length - a.from.length);
    this.#text = { all, hint: hintOf(all), encoding: 'utf8' };
    const latin1 = all.map(({ from, to }) => ({ from: asLatin1(from), to: asLatin1(to) }));
    this.#bytes = { all: latin1, hint: hintOf(latin1), encoding: 'latin1' };
  }

  /** JSON text of a preuve, with secrets replaced; the same string when there is none. */
  json(text: string): string {
    return this.#text === undefined ? text : replaceAll(text, this.#text);
  }

  /** Raw bytes with secrets replaced; the same object when there is none. */
  bytes(bytes: Uint8Array): Uint8Array {
    if (this.#bytes === undefined || bytes.length === 0) return bytes;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const redacted = replaceAll(text, this.#bytes);
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

function hintOf(replacements: readonly Replacement[]): RegExp {
  const starts = new Set(replacements.map(({ from }) => from.slice(0, hintLength)));
  return new RegExp([...starts].map((start) => start.replace(/[^A-Za-z0-9]/g, '\\$&')).join('|'));
}

function replaceAll(text: string, replacements: Replacements): string {
  const { all, hint, encoding } = replacements;
  let current = text;
  if (hint.test(text)) {
    for (const { from, to } of all) {
      if (current.includes(from)) current = current.replaceAll(from, () => to);
    }
  }
  if (!/basic /i.test(current)) return current;
  return current.replace(/(basic )([A-Za-z0-9+/_-]{4,}={0,2})/gi, (whole, scheme: string, token: string) => {
    const credentials = Buffer.from(token, 'base64').toString(encoding);
    const redacted = replaceAll(credentials, replacements);
    return redacted === credentials ? whole : scheme + Buffer.from(redacted, encoding).toString('base64');
  });
}

function asLatin1(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

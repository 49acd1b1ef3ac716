/** A name as a set of `type=value`, types as OIDs, values without case; order and grouping are no part of it. */
export type DistinguishedName = readonly string[];

/** RFC 4514 section 3, X.520, and the spellings of OpenSSL, Java and Windows. */
const types: Readonly<Record<string, string>> = {
  cn: '2.5.4.3',
  sn: '2.5.4.4',
  surname: '2.5.4.4',
  serialnumber: '2.5.4.5',
  c: '2.5.4.6',
  l: '2.5.4.7',
  st: '2.5.4.8',
  s: '2.5.4.8',
  street: '2.5.4.9',
  o: '2.5.4.10',
  ou: '2.5.4.11',
  t: '2.5.4.12',
  title: '2.5.4.12',
  g: '2.5.4.42',
  gn: '2.5.4.42',
  givenname: '2.5.4.42',
  organizationidentifier: '2.5.4.97',
  dc: '0.9.2342.19200300.100.1.25',
  uid: '0.9.2342.19200300.100.1.1',
  e: '1.2.840.113549.1.9.1',
  emailaddress: '1.2.840.113549.1.9.1',
};

/**
 * Reads the text of a name: RFC 4514 with the spaces, quotes, semicolons and `OID.` that older writers add, or one RDN
 * per line as node:crypto gives it. Undefined when a part is no `type=value`.
 */
export function parseDistinguishedName(text: string): DistinguishedName | undefined {
  const parts = splitUnescaped(text);
  if (parts.length === 0) return undefined;
  const read = parts.map(readPart);
  return read.every((one): one is string => one !== undefined) ? [...read].sort() : undefined;
}

/** True when both names hold the same attributes with the same values (RFC 5280 section 7.1, order left aside). */
export function sameName(a: DistinguishedName, b: DistinguishedName): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}

function splitUnescaped(text: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\') {
      part += character + text.charAt(at + 1);
      at += 1;
    } else if (!quoted && /[,;+\n]/.test(character)) {
      parts.push(part);
      part = '';
    } else {
      if (character === '"') quoted = !quoted;
      part += character;
    }
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== '');
}

function readPart(part: string): string | undefined {
  const found = /^(?:OID\.)?([A-Za-z][\w-]*|\d+(?:\.\d+)+)\s*=\s*([^]*)$/i.exec(part);
  if (found === null) return undefined;
  const [, name = '', written = ''] = found;
  const type = /^\d/.test(name) ? name : types[name.toLowerCase()];
  const value = written.startsWith('#') ? derText(written.slice(1)) : unescape(written);
  if (type === undefined || value === undefined) return undefined;
  return `${type}=${value.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()}`;
}

function unescape(written: string): string {
  const bare = /^"[^]*"$/.test(written) ? written.slice(1, -1) : written;
  // Pairs of hexadecimal digits are bytes of UTF-8, one after the other.
  return bare
    .replace(/(?:\\[0-9A-Fa-f]{2})+/g, (run) => Buffer.from(run.replace(/\\/g, ''), 'hex').toString('utf8'))
    .replace(/\\([^])/g, '$1');
}

/** A string of DER in hexadecimal, as RFC 4514 section 2.4 writes the types that it does not name. */
function derText(hex: string): string | undefined {
  if (!/^(?:[0-9A-Fa-f]{2}){2,}$/.test(hex)) return undefined;
  const [tag, length, ...rest] = Buffer.from(hex, 'hex');
  if (length === undefined || length !== rest.length || length > 127) return undefined;
  const bytes = Buffer.from(rest);
  switch (tag) {
    case 0x0c:
      return bytes.toString('utf8');
    case 0x13:
    case 0x14:
    case 0x16:
      return bytes.toString('latin1');
    case 0x1e:
      return bytes.length % 2 === 0 ? bytes.swap16().toString('utf16le') : undefined;
    default:
      return undefined;
  }
}

// Characters of XML 1.0, fifth edition: Char [2], S [3], NameStartChar [4], NameChar [4a].

const outside = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** Offset of the first character that XML forbids, or -1, in a text without lone surrogates. */
export function firstForbiddenCharacter(text: string): number {
  return text.search(outside);
}

/** Whether a code point is a Char [2]: what a character reference may name. */
export function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

/** Whether a UTF-16 unit is white space [3]. */
export function isXmlSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d;
}

const start = 1;
const rest = 2;

/** `start` or `rest` by unit below U+0080. */
const ascii = new Uint8Array(128);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_:')
  ascii[letter.charCodeAt(0)] = start;
for (const letter of '0123456789-.') ascii[letter.charCodeAt(0)] = rest;

/** First and last unit of what may start a name; a surrogate pair of planes 1 to 14 starts with D800 to DB7F. */
const starts: readonly (readonly [number, number])[] = [
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x370, 0x37d],
  [0x37f, 0x1fff],
  [0x200c, 0x200d],
  [0x2070, 0x218f],
  [0x2c00, 0x2fef],
  [0x3001, 0xdb7f],
  [0xf900, 0xfdcf],
  [0xfdf0, 0xfffd],
];

/** What may only follow: a low surrogate comes after a high one that was let through. */
const follows: readonly (readonly [number, number])[] = [
  [0xb7, 0xb7],
  [0x300, 0x36f],
  [0x203f, 0x2040],
  [0xdc00, 0xdfff],
];

/** Whether a UTF-16 unit may start a name; false at the end of the text (NaN). */
export function startsName(unit: number): boolean {
  return unit < 128 ? ascii[unit] === start : isWithin(starts, unit);
}

/** Whether a UTF-16 unit may stand in a name; false at the end of the text (NaN). */
export function continuesName(unit: number): boolean {
  return unit < 128 ? ascii[unit] !== 0 : isWithin(starts, unit) || isWithin(follows, unit);
}

function isWithin(ranges: readonly (readonly [number, number])[], unit: number): boolean {
  return ranges.some(([first, last]) => unit >= first && unit <= last);
}

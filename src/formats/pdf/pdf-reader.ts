import type { PdfValue } from './pdf-value.ts';

/** What stands next: a value, or a word that is none (an operator, `obj`, `endobj`...); undefined at the end. */
export type PdfToken =
  | { readonly kind: 'value'; readonly value: PdfValue }
  | { readonly kind: 'word'; readonly word: string }
  | undefined;

/** Reads values one after the other from text of one byte per character. */
export interface PdfReader {
  /** Where the next token is looked for. */
  readonly at: number;
  /** The next token; never throws, damaged text gives what can be read of it. */
  next(): PdfToken;
  moveTo(at: number): void;
}

/** Deeper arrays and dictionaries are cut. */
const maxDepth = 60;

const space = /(?:[\0\t\n\f\r ]|%[^\r\n]*)*/y;
const number = /[+-]?(?:\d+\.?\d*|\.\d+)(?=[\0\t\n\f\r ()<>[\]{}/%]|$|[^\d.])/y;
const regular = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const reference = /[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;

/** A reader of the objects of a file, or of the operands and operators of a content stream. */
export function pdfReader(text: string, from = 0): PdfReader {
  let at = from;
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const literal = (): PdfValue => {
    const end = closing(text, at);
    const bytes = unescaped(text.slice(at + 1, end - 1));
    at = end;
    return { kind: 'text', bytes };
  };
  const hexadecimal = (): PdfValue => {
    const end = text.indexOf('>', at);
    const digits = text.slice(at + 1, end === -1 ? text.length : end).replace(/[^0-9A-Fa-f]/g, '');
    at = end === -1 ? text.length : end + 1;
    // A digit that lacks at the end is 0 (7.3.4.3).
    const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1');
    return { kind: 'text', bytes };
  };
  const values = (close: string, depth: number): readonly PdfValue[] => {
    const list: PdfValue[] = [];
    for (;;) {
      match(space);
      if (at >= text.length) return list;
      if (text.startsWith(close, at)) {
        at += close.length;
        return list;
      }
      const token = read(depth + 1);
      // A word inside of an array or dictionary: it was never closed.
      if (token?.kind === 'word') {
        if (/^(?:endobj|endstream|obj|stream)$/.test(token.word)) return list;
        continue;
      }
      if (token !== undefined) list.push(token.value);
    }
  };
  const read = (depth: number): PdfToken => {
    match(space);
    const character = text[at];
    if (character === undefined) return undefined;
    switch (character) {
      case '(':
        return value(literal());
      case '/':
        at += 1;
        return value({ kind: 'name', name: unescapedName(match(regular)) });
      case '<':
        if (text[at + 1] !== '<') return value(hexadecimal());
        at += 2;
        return depth > maxDepth ? value(null) : value(dictionaryOf(values('>>', depth)));
      case '[':
        at += 1;
        return depth > maxDepth ? value(null) : value(values(']', depth));
      case ')':
      case '>':
      case ']':
      case '{':
      case '}':
        at += 1;
        return { kind: 'word', word: character };
      default: {
        const digits = match(number);
        if (digits !== '') return value(referenceOr(digits));
        const word = match(regular);
        if (word === '') at += 1;
        return wordOf(word);
      }
    }
  };
  const referenceOr = (digits: string): PdfValue => {
    if (!/^\d+$/.test(digits) || match(reference) === '') return Number(digits);
    return { kind: 'reference', object: Number(digits) };
  };
  return {
    get at() {
      return at;
    },
    next: () => read(0),
    moveTo: (place) => {
      at = place;
    },
  };
}

function value(one: PdfValue): PdfToken {
  return { kind: 'value', value: one };
}

function wordOf(word: string): PdfToken {
  if (word === 'true' || word === 'false') return value(word === 'true');
  return word === 'null' ? value(null) : { kind: 'word', word };
}

function dictionaryOf(list: readonly PdfValue[]): PdfValue {
  const entries = new Map<string, PdfValue>();
  for (let index = 0; index + 1 < list.length; index += 2) {
    const key = list[index];
    if (typeof key === 'object' && key !== null && 'kind' in key && key.kind === 'name')
      entries.set(key.name, list[index + 1] ?? null);
    // Out of step: a value lacks.
    else index -= 1;
  }
  return { kind: 'dictionary', entries };
}

/** A longer string was never closed (ISO 32000-1, annex C: 32,767 bytes). */
const maxString = 65_536;

/** The end of a string with balanced parentheses inside; where it is cut when it is never closed. */
function closing(text: string, start: number): number {
  const stop = Math.min(text.length, start + maxString);
  let depth = 0;
  for (let at = start; at < stop; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x28) depth += 1;
    else if (code === 0x29) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return stop + 1;
}

const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(literal: string): string {
  if (!literal.includes('\\')) return literal;
  return literal.replace(/\\(\r\n|[0-7]{1,3}|[\s\S])/g, (_, escape: string) => {
    if (/^[0-7]/.test(escape)) return String.fromCharCode(parseInt(escape, 8) & 0xff);
    if (/^[\r\n]/.test(escape)) return '';
    return letters[escape] ?? escape;
  });
}

/** `/J#53` is `/JS` (7.3.5). */
function unescapedName(name: string): string {
  return name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

import { pdfReader } from './pdf-reader.ts';
import { isPdfArray, ofKind, type PdfValue } from './pdf-value.ts';

/** A character map (ISO 32000-1, 9.7.5 and 9.10.3): how codes are cut, and what they stand for. */
export interface CMap {
  /** Length in bytes of the code that starts at `at`. */
  lengthAt(bytes: string, at: number): number;
  /** The text of a code of a ToUnicode map. */
  textOf(code: number): string | undefined;
  /** The character id of a code; undefined where the map gives none. */
  cidOf(code: number): number | undefined;
}

interface Range {
  readonly low: number;
  readonly high: number;
}

interface TextRange extends Range {
  readonly text: string;
}

interface CidRange extends Range {
  readonly cid: number;
}

interface Space extends Range {
  readonly length: number;
}

/** A ceiling on entries: the largest maps of real fonts have some 20,000. */
const maxEntries = 200_000;
const maxSpaces = 100;

/** Two bytes a code, which is the character id (9.7.5.2, Identity-H and Identity-V). */
export const identityCMap: CMap = {
  lengthAt: () => 2,
  textOf: () => undefined,
  cidOf: (code) => code,
};

/** The code of `length` bytes at a place. */
export function codeAt(bytes: string, at: number, length: number): number {
  let code = 0;
  for (let index = at; index < at + length; index += 1) code = code * 256 + (bytes.charCodeAt(index) & 0xff);
  return code;
}

/** Reads a CMap stream; what is not understood of it is left out. Bounded, never throws. */
export function parseCMap(text: string): CMap {
  const singles = new Map<number, string>();
  const ranges: TextRange[] = [];
  const cids: CidRange[] = [];
  const spaces: Space[] = [];
  const reader = pdfReader(text);
  let entries = 0;
  let operands: PdfValue[] = [];
  for (let token = reader.next(); token !== undefined && entries < maxEntries; token = reader.next()) {
    if (token.kind === 'value') {
      operands.push(token.value);
      entries += 1;
      continue;
    }
    switch (token.word) {
      case 'endcodespacerange':
        for (const [low, high] of inGroups(operands, 2))
          if (spaces.length < maxSpaces) spaces.push(...spaceOf(low, high));
        break;
      case 'endbfchar':
        for (const [code, target] of inGroups(operands, 2)) {
          const plain = targetText(target);
          if (plain !== undefined) singles.set(codeOf(code), plain);
        }
        break;
      case 'endbfrange':
        for (const [low, high, target] of inGroups(operands, 3)) {
          if (isPdfArray(target)) {
            const first = codeOf(low);
            for (const [index, one] of target.entries()) singles.set(first + index, targetText(one) ?? '');
          } else {
            const plain = targetText(target);
            if (plain !== undefined) ranges.push({ low: codeOf(low), high: codeOf(high), text: plain });
          }
        }
        break;
      case 'endcidrange':
        for (const [low, high, cid] of inGroups(operands, 3))
          if (typeof cid === 'number') cids.push({ low: codeOf(low), high: codeOf(high), cid });
        break;
      case 'endcidchar':
        for (const [code, cid] of inGroups(operands, 2))
          if (typeof cid === 'number') cids.push({ low: codeOf(code), high: codeOf(code), cid });
        break;
      default:
    }
    operands = [];
  }
  const within = <T extends Range>(list: readonly T[]): ((code: number) => T | undefined) => finder(list);
  const rangeOf = within(ranges);
  const cidRangeOf = within(cids);
  return {
    lengthAt: (bytes, at) => lengthIn(spaces, bytes, at),
    textOf: (code) => {
      const single = singles.get(code);
      if (single !== undefined) return single;
      const range = rangeOf(code);
      return range === undefined ? undefined : advanced(range.text, code - range.low);
    },
    cidOf: (code) => {
      const range = cidRangeOf(code);
      return range === undefined ? undefined : range.cid + code - range.low;
    },
  };
}

/** Ranges are sorted once, so that a text of many codes costs little; of those that overlap, one is taken. */
function finder<T extends Range>(list: readonly T[]): (code: number) => T | undefined {
  const sorted = [...list].sort((a, b) => a.low - b.low);
  return (code) => {
    let [first, last] = [0, sorted.length - 1];
    while (first <= last) {
      const middle = (first + last) >> 1;
      const range = sorted[middle];
      if (range === undefined) return undefined;
      if (code < range.low) last = middle - 1;
      else if (code > range.high) first = middle + 1;
      else return range;
    }
    return undefined;
  };
}

function lengthIn(spaces: readonly Space[], bytes: string, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length += 1) {
    const code = codeAt(bytes, at, length);
    if (spaces.some((space) => space.length === length && space.low <= code && code <= space.high))
      return length;
  }
  // Outside of every range: the shortest length that the map uses (9.7.6.3).
  return spaces.length === 0 ? 2 : Math.min(...spaces.map(({ length }) => length));
}

function spaceOf(low: PdfValue, high: PdfValue): readonly Space[] {
  const length = ofKind(low, 'text')?.bytes.length ?? 0;
  return length >= 1 && length <= 4 ? [{ low: codeOf(low), high: codeOf(high), length }] : [];
}

/** Operands of an operator, the count before `begin...` left out since it ends an earlier group. */
function inGroups(
  operands: readonly PdfValue[],
  size: number,
): readonly (readonly [PdfValue, PdfValue, PdfValue])[] {
  const groups: (readonly [PdfValue, PdfValue, PdfValue])[] = [];
  for (let at = 0; at + size <= operands.length; at += size)
    groups.push([operands[at] ?? null, operands[at + 1] ?? null, operands[at + 2] ?? null]);
  return groups;
}

function codeOf(value: PdfValue): number {
  const bytes = ofKind(value, 'text')?.bytes ?? '';
  return codeAt(bytes, 0, Math.min(4, bytes.length));
}

/** UTF-16 with the high byte first (9.10.3). */
function targetText(value: PdfValue): string | undefined {
  const bytes = ofKind(value, 'text')?.bytes;
  if (bytes === undefined) return undefined;
  if (bytes.length === 1) return bytes;
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) text += String.fromCharCode(codeAt(bytes, at, 2));
  return text;
}

/** The last unit of the text of a range grows with the code. */
function advanced(text: string, by: number): string {
  if (by === 0 || text === '') return text;
  const points = Array.from(text);
  const last = (points.pop() ?? '').codePointAt(0) ?? 0;
  return last + by > 0x10ffff ? text : points.join('') + String.fromCodePoint(last + by);
}

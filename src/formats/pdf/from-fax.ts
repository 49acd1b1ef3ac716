import { blackRuns, whiteRuns } from './fax-codes.ts';

/** Parameters of CCITTFaxDecode (ISO 32000-1, table 11). */
export interface FaxParameters {
  /** Negative for group 4, 0 for group 3 of one dimension; others are not decoded. */
  readonly k: number;
  readonly columns: number;
  /** 0 when the data ends itself. */
  readonly rows: number;
  readonly byteAligned: boolean;
  readonly blackIs1: boolean;
}

const maxCode = 13;

/**
 * Undoes CCITTFaxDecode: rows of one bit a pixel. What stands before damage is kept, and the rows that lack are white;
 * undefined for a dimension that is not decoded, or for more than `room` bytes.
 */
export function fromFax(data: Buffer, parameters: FaxParameters, room: number): Buffer | undefined {
  const { k, columns, rows, byteAligned, blackIs1 } = parameters;
  const rowBytes = Math.ceil(columns / 8);
  if (k > 0 || !(columns >= 1 && columns <= 60_000) || rowBytes * Math.max(1, rows) > room) return undefined;
  const bits = bitReader(data);
  const lines: Buffer[] = [];
  let reference: readonly number[] = [columns];
  const maxRows = rows > 0 ? rows : Math.floor(room / rowBytes);
  while (lines.length < maxRows) {
    if (byteAligned) bits.align();
    const changes = k < 0 ? codedLine(bits, reference, columns) : plainLine(bits, columns);
    if (changes === undefined) break;
    lines.push(painted(changes, columns, blackIs1));
    reference = changes;
  }
  while (lines.length < rows) lines.push(Buffer.alloc(rowBytes, blackIs1 ? 0 : 0xff));
  return Buffer.concat(lines);
}

interface BitReader {
  /** The next bit; undefined at the end. */
  next(): 0 | 1 | undefined;
  align(): void;
}

function bitReader(data: Buffer): BitReader {
  let at = 0;
  return {
    next: () => {
      const byte = data[at >> 3];
      if (byte === undefined) return undefined;
      const bit = ((byte >> (7 - (at & 7))) & 1) === 1 ? 1 : 0;
      at += 1;
      return bit;
    },
    align: () => {
      at = (at + 7) & ~7;
    },
  };
}

type Mode = 'pass' | 'horizontal' | -3 | -2 | -1 | 0 | 1 | 2 | 3;

/** Codes of ITU-T T.6, table 1, behind a leading 1. */
const modes: ReadonlyMap<number, Mode> = new Map<number, Mode>([
  [0b1_1, 0],
  [0b1_011, 1],
  [0b1_010, -1],
  [0b1_001, 'horizontal'],
  [0b1_0001, 'pass'],
  [0b1_000011, 2],
  [0b1_000010, -2],
  [0b1_0000011, 3],
  [0b1_0000010, -3],
]);

function codeOf<T>(bits: BitReader, table: ReadonlyMap<number, T>): T | undefined {
  let code = 1;
  for (let length = 0; length < maxCode; length += 1) {
    const bit = bits.next();
    if (bit === undefined) return undefined;
    code = (code << 1) | bit;
    const found = table.get(code);
    if (found !== undefined) return found;
  }
  return undefined;
}

function runOf(bits: BitReader, isBlack: boolean): number | undefined {
  let run = 0;
  for (;;) {
    const part = codeOf(bits, isBlack ? blackRuns : whiteRuns);
    if (part === undefined) return undefined;
    run += part;
    if (part < 64) return run;
    if (run > 70_000) return undefined;
  }
}

/** Where the colour changes along a line, white first (T.6, 2.2); undefined at the end or on damage. */
function codedLine(bits: BitReader, reference: readonly number[], columns: number): number[] | undefined {
  const changes: number[] = [];
  let [at, isBlack] = [-1, false];
  while (at < columns) {
    const mode = codeOf(bits, modes);
    if (mode === undefined) return undefined;
    const first = nextChange(reference, at, isBlack);
    const b1 = reference[first] ?? columns;
    if (mode === 'pass') at = reference[first + 1] ?? columns;
    else if (mode === 'horizontal') {
      const one = runOf(bits, isBlack);
      const two = one === undefined ? undefined : runOf(bits, !isBlack);
      if (one === undefined || two === undefined) return undefined;
      const start = Math.max(0, at);
      changes.push(Math.min(columns, start + one), Math.min(columns, start + one + two));
      at = start + one + two;
    } else {
      at = Math.max(0, Math.min(columns, b1 + mode));
      changes.push(at);
      isBlack = !isBlack;
      if (at >= columns) break;
    }
  }
  return changes;
}

/** The first change of the reference line right of `at` and to the other colour: changes to black have even indexes. */
function nextChange(reference: readonly number[], at: number, isBlack: boolean): number {
  let index = isBlack ? 1 : 0;
  while (index < reference.length && (reference[index] ?? 0) <= at) index += 2;
  return index;
}

function plainLine(bits: BitReader, columns: number): number[] | undefined {
  const changes: number[] = [];
  let [at, isBlack] = [0, false];
  while (at < columns) {
    const run = runOf(bits, isBlack);
    if (run === undefined) return undefined;
    at += run;
    changes.push(Math.min(columns, at));
    isBlack = !isBlack;
  }
  return changes;
}

function painted(changes: readonly number[], columns: number, blackIs1: boolean): Buffer {
  const row = Buffer.alloc(Math.ceil(columns / 8), blackIs1 ? 0 : 0xff);
  for (let index = 0; index < changes.length; index += 2) {
    const end = Math.min(columns, changes[index + 1] ?? columns);
    for (let x = changes[index] ?? columns; x < end; x += 1)
      row[x >> 3] = (row[x >> 3] ?? 0) ^ (0x80 >> (x & 7));
  }
  return row;
}

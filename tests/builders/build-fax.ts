import { blackRuns, whiteRuns, type RunTable } from '../../src/formats/pdf/fax-codes.ts';

/** Rows of pixels, true is black, as ITU-T T.6 (group 4) data: vertical mode where it reaches, horizontal elsewhere. */
export function toFax(rows: readonly (readonly boolean[])[]): Buffer {
  let bits = '';
  let reference: readonly boolean[] = (rows[0] ?? []).map(() => false);
  for (const row of rows) {
    bits += line(row, reference);
    reference = row;
  }
  bits += '000000000001000000000001';
  const bytes = bits.match(/.{1,8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => parseInt(byte.padEnd(8, '0'), 2)));
}

const vertical: Readonly<Record<string, string>> = {
  '0': '1',
  '1': '011',
  '-1': '010',
  '2': '000011',
  '-2': '000010',
  '3': '0000011',
  '-3': '0000010',
};

/** One line by its changing elements a0, a1, a2 and those of the line above, b1 and b2 (T.6, 2.2.1). */
function line(row: readonly boolean[], above: readonly boolean[]): string {
  const columns = row.length;
  const at = (pixels: readonly boolean[], x: number): boolean => x >= 0 && (pixels[x] ?? false);
  const changeAfter = (pixels: readonly boolean[], from: number, to: boolean): number => {
    for (let x = from + 1; x < columns; x += 1)
      if (at(pixels, x) === to && at(pixels, x - 1) !== to) return x;
    return columns;
  };
  let bits = '';
  let [a0, black] = [-1, false];
  while (a0 < columns) {
    const a1 = changeAfter(row, a0, !black);
    const b1 = changeAfter(above, a0, !black);
    const b2 = changeAfter(above, b1, black);
    const code = vertical[String(a1 - b1)];
    if (b2 < a1) {
      bits += '0001';
      a0 = b2;
    } else if (code !== undefined) {
      bits += code;
      a0 = a1;
      black = !black;
    } else {
      const a2 = changeAfter(row, a1, black);
      bits += `001${run(a1 - Math.max(0, a0), black)}${run(a2 - a1, !black)}`;
      a0 = a2;
    }
  }
  return bits;
}

function run(length: number, black: boolean): string {
  const table = black ? blackRuns : whiteRuns;
  const large = Math.min(2560, length - (length % 64));
  return (large > 0 ? codeFor(table, large) : '') + codeFor(table, length - large);
}

function codeFor(table: RunTable, length: number): string {
  const code = [...table].find(([, of]) => of === length)?.[0] ?? 1;
  return code.toString(2).slice(1);
}

/** Glyphs that a font may map: more is no font of a document. */
const maxPairs = 200_000;

/**
 * The characters that a TrueType font maps to its glyphs (OpenType, cmap formats 4 and 12), by glyph; empty when the
 * font has no Unicode map, as most subsets. Never throws.
 */
export function charactersByGlyph(font: Buffer): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const table = tableOf(font, 'cmap');
  if (table === undefined || table.length < 4) return found;
  for (let index = 0; index < Math.min(64, table.readUInt16BE(2)); index += 1) {
    const record = 4 + index * 8;
    if (record + 8 > table.length) break;
    const [platform, encoding] = [table.readUInt16BE(record), table.readUInt16BE(record + 2)];
    if (!(platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10)))) continue;
    const offset = table.readUInt32BE(record + 4);
    if (offset + 16 > table.length) continue;
    const map = table.subarray(offset);
    const format = map.readUInt16BE(0);
    if (format === 4) readFormat4(map, found);
    else if (format === 12) readFormat12(map, found);
  }
  return found;
}

function tableOf(font: Buffer, name: string): Buffer | undefined {
  if (font.length < 12) return undefined;
  const count = Math.min(64, font.readUInt16BE(4));
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    if (record + 16 > font.length) return undefined;
    if (font.toString('latin1', record, record + 4) !== name) continue;
    const offset = font.readUInt32BE(record + 8);
    return offset < font.length ? font.subarray(offset, offset + font.readUInt32BE(record + 12)) : undefined;
  }
  return undefined;
}

function readFormat4(map: Buffer, found: Map<number, string>): void {
  const segments = map.readUInt16BE(6) >> 1;
  const at = (offset: number): number => (offset + 2 <= map.length ? map.readUInt16BE(offset) : 0);
  for (let index = 0; index < segments; index += 1) {
    const end = at(14 + index * 2);
    const start = at(16 + segments * 2 + index * 2);
    const delta = at(16 + segments * 4 + index * 2);
    const rangeAt = 16 + segments * 6 + index * 2;
    const range = at(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const raw = range === 0 ? code : at(rangeAt + range + (code - start) * 2);
      const glyph = range !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (!keep(found, glyph, code)) return;
    }
  }
}

function readFormat12(map: Buffer, found: Map<number, string>): void {
  const groups = Math.min(map.readUInt32BE(12), Math.floor((map.length - 16) / 12));
  for (let index = 0; index < groups; index += 1) {
    const group = 16 + index * 12;
    const [start, end, first] = [0, 4, 8].map((offset) => map.readUInt32BE(group + offset)) as [
      number,
      number,
      number,
    ];
    for (let code = start; code <= Math.min(end, 0x10ffff); code += 1)
      if (!keep(found, first + code - start, code)) return;
  }
}

/** The first character of a glyph is kept; false when there are too many. */
function keep(found: Map<number, string>, glyph: number, code: number): boolean {
  if (found.size >= maxPairs) return false;
  const surrogate = code >= 0xd800 && code < 0xe000;
  if (glyph !== 0 && !surrogate && !found.has(glyph)) found.set(glyph, String.fromCodePoint(code));
  return true;
}

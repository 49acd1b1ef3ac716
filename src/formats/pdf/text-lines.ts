import type { PlacedGlyph } from './page-marks.ts';

/** Of the height of the text: a wider gap parts words. Within a string, letters may be set apart to fill a line. */
const wordGap = 0.18;
const movedGap = 0.1;
/** A shift across the line of more than this is another line; indices and exponents stay. */
const lineShift = 0.6;

/**
 * The text of a page in the order in which it is drawn: a space where glyphs are apart, a line break where the text
 * moves to another line, or where it moves and the advance of what precedes is not known.
 */
export function textOfGlyphs(glyphs: readonly PlacedGlyph[]): string {
  const parts: string[] = [];
  let previous: PlacedGlyph | undefined;
  for (const glyph of glyphs) {
    parts.push(between(previous, glyph), glyph.text);
    previous = glyph;
  }
  return parts
    .join('')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/[^\S\n]*\n\s*/g, '\n')
    .trim();
}

function between(previous: PlacedGlyph | undefined, glyph: PlacedGlyph): string {
  if (previous === undefined) return '';
  const size = Math.max(previous.size, glyph.size, Number.MIN_VALUE);
  const [along, across] = displacement(previous, glyph);
  if (Math.abs(across) > lineShift * size) return '\n';
  if (!previous.measured && glyph.moved && Math.abs(along) > 0.001 * size)
    return along > wordGap * size && along < size ? ' ' : '\n';
  // Back on the same line: a column, or a letter drawn twice to embolden it.
  if (along < -wordGap * size) return along < -size ? '\n' : '';
  return along > (glyph.moved ? movedGap : wordGap) * size ? ' ' : '';
}

/** From the end of a glyph to the next, along its line and across. */
function displacement(previous: PlacedGlyph, next: PlacedGlyph): readonly [along: number, across: number] {
  const [x0, y0] = previous.from;
  const [x1, y1] = previous.to;
  const length = Math.hypot(x1 - x0, y1 - y0);
  const [ux, uy] = length > 0 ? [(x1 - x0) / length, (y1 - y0) / length] : [1, 0];
  const [dx, dy] = [next.from[0] - x1, next.from[1] - y1];
  return [dx * ux + dy * uy, dy * ux - dx * uy];
}

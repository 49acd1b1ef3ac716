import { gray, type ColorSpace } from './ink.ts';
import { identity, type Matrix } from './matrix.ts';
import { standardFont, type PdfFont } from './pdf-font.ts';

/** What operators of a page leave for those that follow (ISO 32000-1, 8.4 and 9.3). */
export interface GraphicsState {
  matrix: Matrix;
  fillSpace: ColorSpace | undefined;
  strokeSpace: ColorSpace | undefined;
  /** From 0, black, to 255, white; undefined for a pattern, whose ink is not known. */
  fill: number | undefined;
  stroke: number | undefined;
  fillAlpha: number;
  strokeAlpha: number;
  lineWidth: number;
  /** 0 butt, 1 round, 2 square. */
  lineCap: number;
  font: PdfFont;
  fontSize: number;
  characterSpace: number;
  wordSpace: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

/** The state at the start of a page whose space is mapped by `matrix`. */
export function initialState(matrix: Matrix = identity): GraphicsState {
  return {
    matrix,
    fillSpace: gray,
    strokeSpace: gray,
    fill: 0,
    stroke: 0,
    fillAlpha: 1,
    strokeAlpha: 1,
    lineWidth: 1,
    lineCap: 0,
    font: standardFont,
    fontSize: 1,
    characterSpace: 0,
    wordSpace: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
}

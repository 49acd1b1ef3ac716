import { cmyk, colorSpaceOf, gray, levelOf, rgb, type ColorSpace } from './ink.ts';
import { matrixOf, product } from './matrix.ts';
import { resourceOf, type PageScene } from './page-scene.ts';
import { isPdfArray, ofKind, type PdfValue } from './pdf-value.ts';
import type { Operator } from './text-operators.ts';

/** Saved states: a page of a real writer nests a few tens. */
const maxStack = 500;

const numbersOf = (operands: readonly PdfValue[]): readonly number[] =>
  operands.filter((value): value is number => typeof value === 'number');

const setFill = (scene: PageScene, space: ColorSpace | undefined, operands: readonly PdfValue[]): void => {
  scene.state.fillSpace = space;
  scene.state.fill = inkOf(space, operands);
};
const setStroke = (scene: PageScene, space: ColorSpace | undefined, operands: readonly PdfValue[]): void => {
  scene.state.strokeSpace = space;
  scene.state.stroke = inkOf(space, operands);
};

/** Graphics state and colour (ISO 32000-1, 8.4.4 and 8.6.8). */
export const stateOperators: Readonly<Record<string, Operator>> = {
  q: (scene) => {
    if (scene.stack.length < maxStack) scene.stack.push({ ...scene.state });
  },
  Q: (scene) => {
    const saved = scene.stack.pop();
    if (saved !== undefined) scene.state = saved;
  },
  cm: ({ state }, operands) => {
    const matrix = matrixOf(operands);
    if (matrix !== undefined) state.matrix = product(matrix, state.matrix);
  },
  w: ({ state }, operands) => (state.lineWidth = numbersOf(operands).at(-1) ?? 1),
  J: ({ state }, operands) => (state.lineCap = numbersOf(operands).at(-1) ?? 0),
  g: (scene, operands) => {
    setFill(scene, gray, operands);
  },
  rg: (scene, operands) => {
    setFill(scene, rgb, operands);
  },
  k: (scene, operands) => {
    setFill(scene, cmyk, operands);
  },
  G: (scene, operands) => {
    setStroke(scene, gray, operands);
  },
  RG: (scene, operands) => {
    setStroke(scene, rgb, operands);
  },
  K: (scene, operands) => {
    setStroke(scene, cmyk, operands);
  },
  cs: (scene, operands) => {
    const space = spaceOf(scene, operands.at(-1));
    setFill(scene, space, initialInk(space));
  },
  CS: (scene, operands) => {
    const space = spaceOf(scene, operands.at(-1));
    setStroke(scene, space, initialInk(space));
  },
  sc: (scene, operands) => {
    setFill(scene, scene.state.fillSpace, operands);
  },
  scn: (scene, operands) => {
    setFill(scene, scene.state.fillSpace, operands);
  },
  SC: (scene, operands) => {
    setStroke(scene, scene.state.strokeSpace, operands);
  },
  SCN: (scene, operands) => {
    setStroke(scene, scene.state.strokeSpace, operands);
  },
  gs: setParameters,
};

function inkOf(space: ColorSpace | undefined, operands: readonly PdfValue[]): number | undefined {
  return space === undefined || space.kind === 'pattern' ? undefined : levelOf(space, numbersOf(operands));
}

/** The colour that a space starts with (8.6.5.1): black, or full tint. */
function initialInk(space: ColorSpace | undefined): readonly PdfValue[] {
  if (space?.kind === 'tint') return [1];
  return space?.kind === 'cmyk' ? [0, 0, 0, 1] : [0, 0, 0];
}

function spaceOf(scene: PageScene, value: PdfValue | undefined): ColorSpace | undefined {
  const name = ofKind(value, 'name')?.name ?? '';
  return colorSpaceOf(scene.file, value) ?? colorSpaceOf(scene.file, resourceOf(scene, 'ColorSpace', name));
}

function setParameters(scene: PageScene, operands: readonly PdfValue[]): void {
  const { file, state } = scene;
  const { entries } = file.dictionary(
    resourceOf(scene, 'ExtGState', ofKind(operands.at(-1), 'name')?.name ?? ''),
  );
  state.fillAlpha = file.number(entries.get('ca')) ?? state.fillAlpha;
  state.strokeAlpha = file.number(entries.get('CA')) ?? state.strokeAlpha;
  state.lineWidth = file.number(entries.get('LW')) ?? state.lineWidth;
  const font = file.resolve(entries.get('Font'));
  if (!isPdfArray(font)) return;
  state.fontSize = file.number(font[1]) ?? state.fontSize;
}

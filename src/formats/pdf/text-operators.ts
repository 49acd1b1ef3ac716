import { applied, growth, identity, matrixOf, product } from './matrix.ts';
import { fontOf, type PageScene } from './page-scene.ts';
import { isPdfArray, ofKind, type PdfValue } from './pdf-value.ts';

/** What an operator does to the page with its operands. */
export type Operator = (scene: PageScene, operands: readonly PdfValue[]) => void;

const numberAt = (operands: readonly PdfValue[], index: number): number => {
  const value = operands.at(index);
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
};

/** Text state, position and showing (ISO 32000-1, 9.3 and 9.4). */
export const textOperators: Readonly<Record<string, Operator>> = {
  BT: (scene) => {
    scene.textMatrix = identity;
    scene.lineMatrix = identity;
  },
  Tc: ({ state }, operands) => (state.characterSpace = numberAt(operands, -1)),
  Tw: ({ state }, operands) => (state.wordSpace = numberAt(operands, -1)),
  Tz: ({ state }, operands) => (state.scale = numberAt(operands, -1) / 100),
  TL: ({ state }, operands) => (state.leading = numberAt(operands, -1)),
  Ts: ({ state }, operands) => (state.rise = numberAt(operands, -1)),
  Tr: ({ state }, operands) => (state.mode = numberAt(operands, -1)),
  Tf: (scene, operands) => {
    scene.state.font = fontOf(scene, ofKind(operands.at(-2), 'name')?.name ?? '');
    scene.state.fontSize = numberAt(operands, -1);
  },
  Td: (scene, operands) => {
    moveLine(scene, numberAt(operands, -2), numberAt(operands, -1));
  },
  TD: (scene, operands) => {
    scene.state.leading = -numberAt(operands, -1);
    moveLine(scene, numberAt(operands, -2), numberAt(operands, -1));
  },
  Tm: (scene, operands) => {
    const matrix = matrixOf(operands);
    if (matrix === undefined) return;
    scene.lineMatrix = matrix;
    scene.textMatrix = matrix;
    scene.moved = true;
  },
  'T*': nextLine,
  Tj: (scene, operands) => {
    show(scene, operands.at(-1));
  },
  TJ: (scene, operands) => {
    const list = operands.at(-1);
    for (const one of isPdfArray(list) ? list : []) {
      if (typeof one === 'number') shift(scene, (-one / 1000) * scene.state.fontSize * scene.state.scale);
      else show(scene, one);
    }
  },
  "'": (scene, operands) => {
    nextLine(scene);
    show(scene, operands.at(-1));
  },
  '"': (scene, operands) => {
    scene.state.wordSpace = numberAt(operands, -3);
    scene.state.characterSpace = numberAt(operands, -2);
    nextLine(scene);
    show(scene, operands.at(-1));
  },
};

function moveLine(scene: PageScene, x: number, y: number): void {
  scene.lineMatrix = product([1, 0, 0, 1, x, y], scene.lineMatrix);
  scene.textMatrix = scene.lineMatrix;
  scene.moved = true;
}

function nextLine(scene: PageScene): void {
  moveLine(scene, 0, -scene.state.leading);
}

function shift(scene: PageScene, x: number): void {
  scene.textMatrix = product([1, 0, 0, 1, x, 0], scene.textMatrix);
}

/** A width that no file gives is taken for half of the height: nothing is concluded of it across strings. */
const usualWidth = 0.5;

function show(scene: PageScene, value: PdfValue | undefined): void {
  const bytes = ofKind(value, 'text')?.bytes ?? '';
  const { font, fontSize, characterSpace, wordSpace, scale, rise, mode } = scene.state;
  const invisible = mode === 3 || mode === 7;
  if (scene.budget.glyphs <= 0) {
    scene.unread.add('limit');
    return;
  }
  for (const { text, guessed, width, space } of font.read(bytes)) {
    scene.budget.glyphs -= 1;
    const advance = ((width ?? usualWidth) * fontSize + characterSpace + (space ? wordSpace : 0)) * scale;
    const whole = product(scene.textMatrix, scene.state.matrix);
    const from = applied(whole, 0, rise);
    shift(scene, advance);
    if (font.draws && (text === undefined || guessed === true)) scene.drawnGlyphs += 1;
    if (text === undefined || guessed === true || invisible) scene.textComplete = false;
    if (text === undefined || invisible) continue;
    const to = applied(product(scene.textMatrix, scene.state.matrix), 0, rise);
    const size = Math.abs(fontSize) * growth(whole);
    scene.glyphs.push({ text, from, to, size, measured: width !== undefined, moved: scene.moved });
    scene.moved = false;
  }
}

import { growth, type Point } from './matrix.ts';
import type { PlacedShape } from './page-marks.ts';
import type { PageScene } from './page-scene.ts';
import type { PdfValue } from './pdf-value.ts';
import type { Operator } from './text-operators.ts';

type Numbers = readonly [number, number, number, number, number, number];

/** The last six operands, those that lack being 0. */
function numbers(operands: readonly PdfValue[], count: number): Numbers {
  const list = operands
    .slice(-count)
    .map((value) => (typeof value === 'number' && Number.isFinite(value) ? value : 0));
  return [list[0] ?? 0, list[1] ?? 0, list[2] ?? 0, list[3] ?? 0, list[4] ?? 0, list[5] ?? 0];
}

const fill =
  (evenOdd: boolean): Operator =>
  (scene) => {
    addFill(scene, scene.path.take(), evenOdd);
  };
const stroke =
  (close: boolean): Operator =>
  (scene) => {
    if (close) scene.path.close();
    addStroke(scene, scene.path.take());
  };
const both =
  (evenOdd: boolean, close: boolean): Operator =>
  (scene) => {
    if (close) scene.path.close();
    const paths = scene.path.take();
    addFill(scene, paths, evenOdd);
    addStroke(scene, paths);
  };

/** Construction and painting of paths (ISO 32000-1, 8.5). Clipping is not followed. */
export const pathOperators: Readonly<Record<string, Operator>> = {
  m: ({ path }, operands) => {
    const [x, y] = numbers(operands, 2);
    path.moveTo(x, y);
  },
  l: ({ path }, operands) => {
    const [x, y] = numbers(operands, 2);
    path.lineTo(x, y);
  },
  c: ({ path }, operands) => {
    const [x1, y1, x2, y2, x3, y3] = numbers(operands, 6);
    path.curveTo([
      [x1, y1],
      [x2, y2],
      [x3, y3],
    ]);
  },
  v: ({ path }, operands) => {
    const [x2, y2, x3, y3] = numbers(operands, 4);
    path.curveTo([path.current(), [x2, y2], [x3, y3]]);
  },
  y: ({ path }, operands) => {
    const [x1, y1, x3, y3] = numbers(operands, 4);
    path.curveTo([
      [x1, y1],
      [x3, y3],
      [x3, y3],
    ]);
  },
  re: ({ path }, operands) => {
    const [x, y, width, height] = numbers(operands, 4);
    path.rectangle(x, y, width, height);
  },
  h: ({ path }) => {
    path.close();
  },
  n: ({ path }) => {
    path.take();
  },
  f: fill(false),
  F: fill(false),
  'f*': fill(true),
  S: stroke(false),
  s: stroke(true),
  B: both(false, false),
  'B*': both(true, false),
  b: both(false, true),
  'b*': both(true, true),
};

/** Fainter than this is no ink. */
const faint = 0.05;

function addFill(scene: PageScene, paths: PlacedShape['paths'] | undefined, evenOdd: boolean): void {
  const { fill: level, fillAlpha } = scene.state;
  if (level === undefined || paths === undefined) scene.unread.add('vector-drawing');
  else if (fillAlpha > faint) addShape(scene, { kind: 'shape', paths, evenOdd, level });
}

function addShape(scene: PageScene, shape: PlacedShape): void {
  if (shape.paths.length === 0) return;
  scene.budget.shapes -= shape.paths.length;
  if (scene.budget.shapes < 0) scene.unread.add('limit');
  else scene.marks.push(shape);
}

/** Each straight part of a stroke is a rectangle around it; joins are not drawn. */
function addStroke(scene: PageScene, paths: PlacedShape['paths'] | undefined): void {
  const { stroke: level, strokeAlpha, lineWidth, lineCap, matrix } = scene.state;
  if (level === undefined || paths === undefined || strokeAlpha <= faint) return;
  const half = (lineWidth * growth(matrix)) / 2;
  if (!(half > 0)) return;
  const reach = lineCap === 2 ? half : 0;
  const sides = paths.flatMap((path) =>
    path.slice(1).flatMap((to, index) => {
      const from = path[index];
      const side = from === undefined ? undefined : around(from, to, { half, reach });
      return side === undefined ? [] : [side];
    }),
  );
  addShape(scene, { kind: 'shape', paths: sides, evenOdd: false, level });
}

function around(
  [x0, y0]: Point,
  [x1, y1]: Point,
  { half, reach }: { readonly half: number; readonly reach: number },
): readonly Point[] | undefined {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (!(length > 0)) return undefined;
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  const [nx, ny] = [-uy * half, ux * half];
  const [ax, ay] = [x0 - ux * reach, y0 - uy * reach];
  const [bx, by] = [x1 + ux * reach, y1 + uy * reach];
  return [
    [ax + nx, ay + ny],
    [bx + nx, by + ny],
    [bx - nx, by - ny],
    [ax - nx, ay - ny],
  ];
}

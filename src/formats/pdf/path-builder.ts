import { applied, type Matrix, type Point } from './matrix.ts';

/** Points of one path: a symbol has some thousands. */
const maxPoints = 20_000;
/** A curve becomes this many segments: symbols have none. */
const curveSteps = 6;

/** Collects a path in page space (ISO 32000-1, 8.5.2). */
export interface PathBuilder {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  curveTo(points: readonly [Point, Point, Point]): void;
  rectangle(x: number, y: number, width: number, height: number): void;
  close(): void;
  /** The current point, in the space of the path. */
  current(): Point;
  /** The subpaths so far; the path is empty afterwards. Undefined when there were too many points to keep. */
  take(): readonly (readonly Point[])[] | undefined;
}

export function pathBuilder(matrixNow: () => Matrix): PathBuilder {
  let paths: Point[][] = [];
  let count = 0;
  let last: Point = [0, 0];
  let start: Point = [0, 0];
  const add = (x: number, y: number): void => {
    last = [x, y];
    count += 1;
    if (count <= maxPoints) paths.at(-1)?.push(applied(matrixNow(), x, y));
  };
  const builder: PathBuilder = {
    moveTo: (x, y) => {
      if (count <= maxPoints) paths.push([]);
      start = [x, y];
      add(x, y);
    },
    lineTo: add,
    curveTo: ([[x1, y1], [x2, y2], [x3, y3]]) => {
      const [x0, y0] = last;
      for (let step = 1; step <= curveSteps; step += 1) {
        const t = step / curveSteps;
        const u = 1 - t;
        add(
          u * u * u * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t * t * t * x3,
          u * u * u * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t * t * t * y3,
        );
      }
    },
    rectangle: (x, y, width, height) => {
      builder.moveTo(x, y);
      add(x + width, y);
      add(x + width, y + height);
      add(x, y + height);
      builder.close();
    },
    close: () => {
      add(...start);
    },
    current: () => last,
    take: () => {
      const taken = count > maxPoints ? undefined : paths.filter((path) => path.length > 1);
      paths = [];
      count = 0;
      return taken;
    },
  };
  return builder;
}

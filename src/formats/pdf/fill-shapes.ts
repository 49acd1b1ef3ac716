import type { Point } from './matrix.ts';
import type { PlacedImage, PlacedShape } from './page-marks.ts';

/** A part of a page, in points. */
export interface PageArea {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Gray pixels, row by row from the top, 0 is black. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;
}

/** Draws areas and images in their order on white paper, `scale` pixels to the point. */
export function rasterOf(
  area: PageArea,
  scale: number,
  marks: readonly (PlacedShape | PlacedImage)[],
): Raster {
  const width = Math.max(1, Math.ceil((area.right - area.left) * scale));
  const height = Math.max(1, Math.ceil((area.top - area.bottom) * scale));
  const raster: Raster = { width, height, gray: new Uint8Array(width * height).fill(255) };
  const place = ([x, y]: Point): Point => [(x - area.left) * scale, (area.top - y) * scale];
  for (const mark of marks) {
    if (mark.kind === 'shape')
      fillPaths(
        raster,
        mark.paths.map((path) => path.map(place)),
        mark,
      );
    else if (mark.image.kind === 'pixels') drawImage(raster, mark.image, mark.corners.map(place));
  }
  return raster;
}

/** Fills by rows: a pixel is inside when its centre is (ISO 32000-1, 8.5.3.3). */
function fillPaths(
  { width, height, gray }: Raster,
  paths: readonly (readonly Point[])[],
  { evenOdd, level }: PlacedShape,
): void {
  const edges = paths.flatMap(edgesOf).filter(({ low, high }) => high > 0 && low < height);
  edges.sort((a, b) => a.low - b.low);
  let next = 0;
  let active: Edge[] = [];
  const first = Math.max(0, Math.floor(edges[0]?.low ?? height));
  for (let row = first; row < height; row += 1) {
    const y = row + 0.5;
    for (; next < edges.length && (edges[next]?.low ?? 0) <= y; next += 1) {
      const edge = edges[next];
      if (edge !== undefined) active.push(edge);
    }
    active = active.filter(({ high }) => high > y);
    if (active.length === 0) {
      if (next >= edges.length) return;
      continue;
    }
    const crossings = active
      .map(({ x, low, slope, turn }) => ({ at: x + (y - low) * slope, turn }))
      .sort((a, b) => a.at - b.at);
    let winding = 0;
    for (const [index, { at, turn }] of crossings.entries()) {
      winding += turn;
      const inside = evenOdd ? index % 2 === 0 : winding !== 0;
      const end = crossings[index + 1]?.at;
      if (!inside || end === undefined) continue;
      const [from, to] = [Math.max(0, Math.ceil(at - 0.5)), Math.min(width, Math.ceil(end - 0.5))];
      if (to > from) gray.fill(level, row * width + from, row * width + to);
    }
  }
}

interface Edge {
  readonly low: number;
  readonly high: number;
  /** Where it crosses `low`. */
  readonly x: number;
  readonly slope: number;
  readonly turn: 1 | -1;
}

function edgesOf(path: readonly Point[]): readonly Edge[] {
  return path.flatMap((from, index): readonly Edge[] => {
    const to = path[(index + 1) % path.length] ?? from;
    if (from[1] === to[1] || ![...from, ...to].every(Number.isFinite)) return [];
    const down = from[1] < to[1];
    const [low, high] = down ? [from, to] : [to, from];
    const slope = (high[0] - low[0]) / (high[1] - low[1]);
    return [{ low: low[1], high: high[1], x: low[0], slope, turn: down ? 1 : -1 }];
  });
}

/** Each pixel of the area takes the sample under its centre. */
function drawImage(
  { width, height, gray }: Raster,
  image: Raster,
  [origin = [0, 0], right = [0, 0], up = [0, 0]]: readonly Point[],
): void {
  const [ax, ay, bx, by] = [right[0] - origin[0], right[1] - origin[1], up[0] - origin[0], up[1] - origin[1]];
  const area = ax * by - ay * bx;
  if (!(Math.abs(area) > 0)) return;
  const corners: readonly Point[] = [origin, right, up, [right[0] + bx, right[1] + by]];
  const span = (axis: 0 | 1, limit: number): readonly [number, number] => [
    Math.max(0, Math.floor(Math.min(...corners.map((corner) => corner[axis])))),
    Math.min(limit, Math.ceil(Math.max(...corners.map((corner) => corner[axis])))),
  ];
  const [[left, farRight], [top, bottom]] = [span(0, width), span(1, height)];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < farRight; x += 1) {
      const [dx, dy] = [x + 0.5 - origin[0], y + 0.5 - origin[1]];
      const [u, v] = [(dx * by - dy * bx) / area, (dy * ax - dx * ay) / area];
      if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
      const at = Math.floor((1 - v) * image.height) * image.width + Math.floor(u * image.width);
      gray[y * width + x] = image.gray[at] ?? 255;
    }
  }
}

import type { PageArea } from './fill-shapes.ts';

/** Side of a cell, in points: less than two modules of a printed symbol, so that one symbol stays in one piece. */
const cell = 1.5;
/** Larger pages are looked at up to this many points. */
const maxSide = 3_000;

/**
 * The bounds of each group of areas that are less than two cells apart. Linear in the number of areas and the size of
 * the page, whatever the size of the areas.
 */
export function inkClusters(areas: readonly PageArea[]): readonly PageArea[] {
  const whole = unionOf(areas);
  if (whole === undefined) return [];
  const width = Math.ceil(Math.min(maxSide, whole.right - whole.left) / cell) + 2;
  const height = Math.ceil(Math.min(maxSide, whole.top - whole.bottom) / cell) + 2;
  const inked = inkedCells(areas, whole, { width, height });
  const found: PageArea[] = [];
  for (let start = 0; start < inked.length; start += 1) {
    if (inked[start] === 0) continue;
    const { left, right, bottom, top } = spread(inked, start, { width, height });
    found.push({
      left: whole.left + left * cell,
      right: whole.left + (right + 1) * cell,
      bottom: whole.bottom + bottom * cell,
      top: whole.bottom + (top + 1) * cell,
    });
  }
  return found;
}

/** The smallest area around others; undefined when there are none. */
export function unionOf(areas: readonly PageArea[]): PageArea | undefined {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const area of areas) {
    left = Math.min(left, area.left);
    right = Math.max(right, area.right);
    bottom = Math.min(bottom, area.bottom);
    top = Math.max(top, area.top);
  }
  return left <= right && bottom <= top ? { left, bottom, right, top } : undefined;
}

interface Grid {
  readonly width: number;
  readonly height: number;
}

/** Each area is noted at its corners, and all are summed once. */
function inkedCells(areas: readonly PageArea[], whole: PageArea, { width, height }: Grid): Uint8Array {
  const stride = width + 1;
  const sums = new Int32Array(stride * (height + 1));
  const add = (x: number, y: number, by: number): void => {
    sums[y * stride + x] = (sums[y * stride + x] ?? 0) + by;
  };
  for (const area of areas) {
    const x0 = Math.floor((area.left - whole.left) / cell);
    const y0 = Math.floor((area.bottom - whole.bottom) / cell);
    if (x0 >= width || y0 >= height) continue;
    const x1 = Math.min(width, Math.floor((area.right - whole.left) / cell) + 1);
    const y1 = Math.min(height, Math.floor((area.top - whole.bottom) / cell) + 1);
    add(x0, y0, 1);
    add(x1, y0, -1);
    add(x0, y1, -1);
    add(x1, y1, 1);
  }
  const inked = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * stride + x;
      const left = x === 0 ? 0 : (sums[at - 1] ?? 0);
      const below = y === 0 ? 0 : (sums[at - stride] ?? 0);
      const corner = x === 0 || y === 0 ? 0 : (sums[at - stride - 1] ?? 0);
      sums[at] = (sums[at] ?? 0) + left + below - corner;
      inked[y * width + x] = (sums[at] ?? 0) > 0 ? 1 : 0;
    }
  }
  return inked;
}

/** The bounds, in cells, of all that is reached from a cell; what was reached is emptied. */
function spread(inked: Uint8Array, start: number, { width, height }: Grid): PageArea {
  const queue = [start];
  inked[start] = 0;
  let [left, right, bottom, top] = [width, 0, height, 0];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny += 1) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx += 1) {
        const next = ny * width + nx;
        if (inked[next] === 0) continue;
        inked[next] = 0;
        queue.push(next);
      }
    }
  }
  return { left, right, bottom, top };
}

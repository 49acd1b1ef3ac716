import { rasterOf, type PageArea, type Raster } from './fill-shapes.ts';
import { inkClusters } from './ink-clusters.ts';
import type { Point } from './matrix.ts';
import type { PageMarks, PlacedImage, PlacedShape } from './page-marks.ts';

/** In points: symbols of identity are a third of it; larger areas are backgrounds, frames and pictures. */
const largestSymbol = 150;
/** In points: 2.8 mm, less than ten modules. */
const smallestSymbol = 8;
/** Sides of a rectangular symbol: 8 by 48 modules is the longest. */
const longestSymbol = 6.5;
/** An area longer than this many times its height is a line. */
const longestRun = 60;
/** A symbol of an identity has some hundred runs of dark modules; fewer sides than those of 40 draw none. */
const leastSides = 160;
/** White that a reader needs around a symbol, in points. */
const quietZone = 12;
const scale = 8;
const maxClusters = 24;
/** Sides that are drawn for one symbol: more is no symbol, and would take long. */
const maxSides = 40_000;
const darkest = 140;

/** A part of a page that may hold a symbol, drawn. */
export interface Drawing {
  readonly raster: Raster;
  /** True when it is made of upright rectangles only, as symbols are: one that is not read may be there all the same. */
  readonly modules: boolean;
}

/** A subpath or a strip of an image, by what it takes of the page. */
interface Ink {
  readonly area: PageArea;
  readonly sides: number;
  readonly upright: boolean;
  readonly dark: boolean;
}

interface BoundedMark {
  readonly mark: PlacedShape | PlacedImage;
  readonly bounds: PageArea;
}

/**
 * The parts of a page where dark areas, strokes or strips of images lie so near to one another that they may make a
 * symbol, each drawn; text is not drawn. Bounded in number and size.
 */
export function findDrawings({ marks }: Pick<PageMarks, 'marks'>): readonly Drawing[] {
  const strips = stripsOf(marks.flatMap((mark) => (mark.kind === 'image' ? [mark] : [])));
  // What is far larger than a symbol is the ground of the page.
  const bounded = marks.flatMap((mark): readonly BoundedMark[] => {
    if (mark.kind === 'image' && !strips.has(mark)) return [];
    const bounds = boundsOf(mark.kind === 'image' ? quad(mark.corners) : mark.paths.flat());
    return bounds !== undefined && isSmall(bounds) ? [{ mark, bounds }] : [];
  });
  const inks = bounded.flatMap(inksOf).filter(({ area }) => !isLine(area));
  const clusters = inkClusters(inks.filter((ink) => ink.dark).map(({ area }) => area));
  return clusters
    .filter(isSymbolSized)
    .sort((a, b) => surface(b) - surface(a))
    .slice(0, maxClusters)
    .flatMap((cluster) => drawingOf(cluster, inks, bounded));
}

function drawingOf(
  cluster: PageArea,
  inks: readonly Ink[],
  bounded: readonly BoundedMark[],
): readonly Drawing[] {
  const inside = inks.filter(({ area }) => holds(cluster, area));
  if (inside.reduce((sum, { sides }) => sum + sides, 0) < leastSides) return [];
  const around = {
    left: cluster.left - quietZone,
    bottom: cluster.bottom - quietZone,
    right: cluster.right + quietZone,
    top: cluster.top + quietZone,
  };
  const marks = bounded.filter(({ bounds }) => touches(around, bounds)).map(({ mark }) => mark);
  const sides = marks.reduce((sum, mark) => sum + (mark.kind === 'image' ? 4 : sidesOf(mark)), 0);
  if (sides > maxSides) return [];
  return [{ raster: rasterOf(around, scale, marks), modules: inside.every(({ upright }) => upright) }];
}

function inksOf({ mark, bounds }: BoundedMark): readonly Ink[] {
  if (mark.kind === 'image') return [{ area: bounds, sides: leastSides, upright: false, dark: true }];
  return mark.paths.flatMap((path) => {
    const area = boundsOf(path);
    if (area === undefined) return [];
    return [{ area, sides: path.length, upright: isUpright(path), dark: mark.level < darkest }];
  });
}

function sidesOf({ paths }: PlacedShape): number {
  return paths.reduce((sum, path) => sum + path.length, 0);
}

function isUpright(path: readonly Point[]): boolean {
  return path.every(([x, y], index) => {
    const [px, py] = path[(index + path.length - 1) % path.length] ?? [x, y];
    return Math.abs(x - px) < 0.02 || Math.abs(y - py) < 0.02;
  });
}

function isLine({ left, right, bottom, top }: PageArea): boolean {
  const [width, height] = [right - left, top - bottom];
  return Math.max(width, height) > longestRun * Math.min(width, height);
}

function isSmall({ left, right, bottom, top }: PageArea): boolean {
  return right - left <= largestSymbol && top - bottom <= largestSymbol;
}

function isSymbolSized(area: PageArea): boolean {
  const [width, height] = [area.right - area.left, area.top - area.bottom];
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return isSmall(area) && short >= smallestSymbol && long <= longestSymbol * short;
}

function surface({ left, right, bottom, top }: PageArea): number {
  return (right - left) * (top - bottom);
}

function holds(outer: PageArea, inner: PageArea): boolean {
  const [x, y] = [(inner.left + inner.right) / 2, (inner.bottom + inner.top) / 2];
  return x >= outer.left && x <= outer.right && y >= outer.bottom && y <= outer.top;
}

function touches(a: PageArea, b: PageArea): boolean {
  return a.left <= b.right && b.left <= a.right && a.bottom <= b.top && b.bottom <= a.top;
}

/** In points: strips of one image touch. */
const seam = 0.5;
/** Images that are compared two by two. */
const maxStrips = 2_000;

/** Some printers cut an image in strips or tiles, none of which holds a whole symbol. */
function stripsOf(images: readonly PlacedImage[]): ReadonlySet<PlacedImage> {
  const small = images.slice(0, maxStrips).flatMap((placed) => {
    const area = placed.image.kind === 'pixels' ? boundsOf(quad(placed.corners)) : undefined;
    return area === undefined || !isSmall(area) ? [] : [{ placed, area }];
  });
  const beside = small.filter((one) =>
    small.some((other) => other !== one && isBeside(one.area, other.area)),
  );
  return new Set(beside.map(({ placed }) => placed));
}

/** True for areas of one width, one above the other, or of one height side by side. */
function isBeside(a: PageArea, b: PageArea): boolean {
  const near = (one: number, other: number): boolean => Math.abs(one - other) <= seam;
  const column = near(a.left, b.left) && near(a.right, b.right);
  const row = near(a.bottom, b.bottom) && near(a.top, b.top);
  return (
    (column && (near(a.bottom, b.top) || near(a.top, b.bottom))) ||
    (row && (near(a.left, b.right) || near(a.right, b.left)))
  );
}

function quad([origin, right, up]: PlacedImage['corners']): readonly Point[] {
  return [origin, right, up, [right[0] + up[0] - origin[0], right[1] + up[1] - origin[1]]];
}

function boundsOf(points: readonly Point[]): PageArea | undefined {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return [left, bottom, right, top].every(Number.isFinite) ? { left, bottom, right, top } : undefined;
}

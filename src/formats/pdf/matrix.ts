/** An affine map (ISO 32000-1, 8.3.3): x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export type Point = readonly [x: number, y: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that applies `first`, then `then`. */
export function product(first: Matrix, then: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [ta, tb, tc, td, te, tf] = then;
  return [
    a * ta + b * tc,
    a * tb + b * td,
    c * ta + d * tc,
    c * tb + d * td,
    e * ta + f * tc + te,
    e * tb + f * td + tf,
  ];
}

export function applied([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** How much lengths grow, by the root of the growth of areas. */
export function growth([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** A matrix from six operands; undefined when they are not six finite numbers. */
export function matrixOf(values: readonly unknown[]): Matrix | undefined {
  const numbers = values.slice(-6);
  if (numbers.length !== 6 || !numbers.every((one) => typeof one === 'number' && Number.isFinite(one)))
    return undefined;
  // Six numbers: just checked.
  return numbers as unknown as Matrix;
}

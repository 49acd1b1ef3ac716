/**
 * Undoes the PNG predictors of a Flate stream (ISO 32000-1, 7.4.4.4; PNG, 9.2): rows of one filter byte and
 * `rowBytes` bytes. Rows that are missing stay 0; undefined for a filter that does not exist.
 */
export function undoPredictor(
  data: Uint8Array,
  {
    rowBytes,
    pixelBytes,
    rows,
  }: { readonly rowBytes: number; readonly pixelBytes: number; readonly rows: number },
): Uint8Array | undefined {
  const out = new Uint8Array(rowBytes * rows);
  for (let row = 0; row < rows; row += 1) {
    const from = row * (rowBytes + 1);
    if (from >= data.length) break;
    const filter = data[from] ?? 0;
    if (filter > 4) return undefined;
    for (let index = 0; index < rowBytes; index += 1) {
      const at = row * rowBytes + index;
      const left = index < pixelBytes ? 0 : (out[at - pixelBytes] ?? 0);
      const up = row === 0 ? 0 : (out[at - rowBytes] ?? 0);
      const corner = row === 0 || index < pixelBytes ? 0 : (out[at - rowBytes - pixelBytes] ?? 0);
      out[at] = (data[from + 1 + index] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      return 0;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

import bwipjs from 'bwip-js';
import { describe, expect, it } from 'vitest';
import { decodeDatamatrix } from './decode-datamatrix.ts';

const draw = (text: string): Promise<Buffer> =>
  bwipjs.toBuffer({ bcid: 'datamatrix', text, parse: true, scale: 4, padding: 8, backgroundcolor: 'FFFFFF' });

describe('decodeDatamatrix', () => {
  it('reads the payload with its group separator', async () => {
    const image = await draw('IS010000000000000000000000S4ZZTEST-ALPHA^029S5F');
    const symbols = await decodeDatamatrix(image, 'ins.png');
    expect(symbols.map((symbol) => symbol.text)).toEqual(['IS010000000000000000000000S4ZZTEST-ALPHA\x1dS5F']);
  });

  it.each([
    [0, 0],
    [2, 1],
    [4, 2],
  ])('measures the quiet zone: %i points are %i modules', async (padding, quiet) => {
    // One module is scale × 2 pixels here, one point of padding scale pixels.
    const image = await bwipjs.toBuffer({
      bcid: 'datamatrix',
      text: 'IS01',
      scale: 4,
      padding,
      backgroundcolor: 'FFFFFF',
    });
    const [symbol] = await decodeDatamatrix(image, 'ins.png');
    expect(symbol?.shape).toMatchObject({ ecc200: true });
    expect(symbol?.shape.rows).toBe(symbol?.shape.columns);
    expect(Math.abs((symbol?.shape.quiet ?? -1) - quiet)).toBeLessThan(0.3);
  });

  it('tells a rectangle from a square', async () => {
    const image = await bwipjs.toBuffer({
      bcid: 'datamatrixrectangular',
      text: 'IS0100000',
      scale: 4,
      padding: 8,
      backgroundcolor: 'FFFFFF',
    });
    expect(await decodeDatamatrix(image, 'ins.png')).toMatchObject([{ shape: { rows: 8, columns: 32 } }]);
  });

  it('finds nothing in an image without a symbol', async () => {
    const image = await bwipjs.toBuffer({ bcid: 'code128', text: 'NOT-A-DATAMATRIX', scale: 3, padding: 5 });
    expect(await decodeDatamatrix(image, 'other.png')).toEqual([]);
  });

  it('refuses bytes that are no image', async () => {
    for (const bytes of [Buffer.from('not an image'), Buffer.from('ffd8ffe000104a46494600ffd9', 'hex')]) {
      await expect(decodeDatamatrix(bytes, 'x.png')).rejects.toMatchObject({ code: 'image-unreadable' });
    }
  });
});

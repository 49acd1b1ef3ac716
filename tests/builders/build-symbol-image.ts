import bwipjs from 'bwip-js';
import type { PdfObjectStream } from './build-page-pdf.ts';

const pixel = 5;

/** A DataMatrix without quiet zone, as levels: 0 is black. */
export interface DrawnSymbol {
  readonly side: number;
  readonly at: (x: number, y: number) => number;
}

/** Draws a text as a square DataMatrix. */
export function drawSymbol(payload: string): DrawnSymbol {
  const [symbol] = bwipjs.raw({ bcid: 'datamatrix', text: payload });
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('no symbol');
  const { pixs, pixx } = symbol;
  return {
    side: pixx * pixel,
    at: (x, y) => (pixs[Math.floor(y / pixel) * pixx + Math.floor(x / pixel)] === 1 ? 0 : 255),
  };
}

/** Samples of a symbol, row by row; `each` writes one pixel. */
export function symbolSamples({ side, at }: DrawnSymbol, each: (level: number) => readonly number[]): Buffer {
  const bytes: number[] = [];
  for (let y = 0; y < side; y += 1) for (let x = 0; x < side; x += 1) bytes.push(...each(at(x, y)));
  return Buffer.from(bytes);
}

/** Dictionary of a square image XObject. */
export function imageDictionary(side: number, more: string): string {
  return `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} ${more}`;
}

/** A DataMatrix as a deflated 8-bit gray image XObject. */
export function graySymbol(payload: string): PdfObjectStream {
  const drawn = drawSymbol(payload);
  return {
    dictionary: imageDictionary(drawn.side, '/ColorSpace /DeviceGray /BitsPerComponent 8'),
    data: symbolSamples(drawn, (level) => [level]),
    deflate: true,
  };
}

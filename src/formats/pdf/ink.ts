import type { PdfFile } from './pdf-file.ts';
import type { PdfValue } from './pdf-value.ts';

/** What the numbers of a colour mean: how many there are, and whether more is darker. */
export interface ColorSpace {
  readonly components: number;
  readonly kind: 'gray' | 'rgb' | 'cmyk' | 'tint' | 'lightness' | 'indexed' | 'pattern';
  /** Levels of the entries of an indexed space, each from 0 to 255. */
  readonly palette?: readonly number[];
}

export const gray: ColorSpace = { components: 1, kind: 'gray' };
export const rgb: ColorSpace = { components: 3, kind: 'rgb' };
export const cmyk: ColorSpace = { components: 4, kind: 'cmyk' };

const byName: Readonly<Record<string, ColorSpace>> = {
  DeviceGray: gray,
  CalGray: gray,
  G: gray,
  DeviceRGB: rgb,
  CalRGB: rgb,
  RGB: rgb,
  DeviceCMYK: cmyk,
  CMYK: cmyk,
  Lab: { components: 3, kind: 'lightness' },
  Pattern: { components: 1, kind: 'pattern' },
};

/** A colour space by name or array (ISO 32000-1, 8.6); undefined when it is not known. */
export function colorSpaceOf(file: PdfFile, value: PdfValue | undefined, depth = 0): ColorSpace | undefined {
  const name = file.name(value);
  if (name !== undefined) return byName[name];
  const array = file.array(value);
  const family = file.name(array[0]) ?? '';
  switch (family) {
    case 'ICCBased': {
      const stream = file.stream(array[1]);
      const count = file.number(stream?.dictionary.entries.get('N'));
      return count === 1 ? gray : count === 3 ? rgb : count === 4 ? cmyk : undefined;
    }
    case 'Separation':
      return { components: 1, kind: 'tint' };
    case 'DeviceN':
      return { components: file.array(array[1]).length, kind: 'tint' };
    case 'Indexed':
    case 'I':
      return depth > 0 ? undefined : indexed(file, array);
    default:
      return byName[family];
  }
}

function indexed(file: PdfFile, array: readonly PdfValue[]): ColorSpace | undefined {
  const base = colorSpaceOf(file, array[1], 1);
  const table = tableOf(file, array[3]);
  if (base === undefined || table === undefined) return undefined;
  const palette: number[] = [];
  for (let at = 0; at + base.components <= table.length && palette.length < 256; at += base.components) {
    palette.push(
      levelOf(
        base,
        Array.from(table.subarray(at, at + base.components), (byte) => byte / 255),
      ),
    );
  }
  return { components: 1, kind: 'indexed', palette };
}

function tableOf(file: PdfFile, value: PdfValue | undefined): Uint8Array | undefined {
  const stream = file.stream(value);
  if (stream !== undefined) return file.data(stream);
  const plain = file.resolve(value);
  return typeof plain === 'object' && plain !== null && 'kind' in plain && plain.kind === 'text'
    ? Buffer.from(plain.bytes, 'latin1')
    : undefined;
}

/** The level of a colour, from 0, black, to 255, white; its numbers go from 0 to 1. */
export function levelOf(space: ColorSpace, values: readonly number[]): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = values;
  const part = ((): number => {
    switch (space.kind) {
      case 'gray':
        return first;
      case 'rgb':
        return 0.3 * first + 0.59 * second + 0.11 * third;
      case 'cmyk':
        return (1 - fourth) * (1 - (0.3 * first + 0.59 * second + 0.11 * third));
      case 'tint':
        return 1 - Math.max(0, ...values);
      case 'lightness':
        return first > 1 ? first / 100 : first;
      case 'indexed':
        return (space.palette?.[Math.round(first)] ?? 255) / 255;
      case 'pattern':
        return 1;
    }
  })();
  return Math.round(255 * Math.min(1, Math.max(0, part)));
}

import { colorSpaceOf, gray, levelOf, rgb, type ColorSpace } from './ink.ts';
import type { PdfFile } from './pdf-file.ts';
import type { PdfImage } from './pdf-image.ts';
import type { PdfStreamObject, PdfValue } from './pdf-value.ts';

/** An A4 scan at 400 dpi has 15 million. */
const maxPixels = 25_000_000;

interface Samples {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly space: ColorSpace;
  /** True when the lowest sample is the lightest (`/Decode [1 0]`). */
  readonly inverted: boolean;
  readonly data: Uint8Array;
}

/**
 * The pixels of an image (ISO 32000-1, 8.9.5), as gray levels over white paper, or the JPEG file that it is; undefined
 * for a filter, depth or colour space that is not decoded. `spaceNamed` finds the colour spaces of inline images.
 */
export function decodeImage(
  file: PdfFile,
  stream: PdfStreamObject,
  spaceNamed: (name: string) => PdfValue | undefined = () => undefined,
): PdfImage | undefined {
  const { entries } = stream.dictionary;
  const entry = (long: string, short: string): PdfValue | undefined =>
    entries.get(long) ?? entries.get(short);
  const width = file.number(entry('Width', 'W')) ?? 0;
  const height = file.number(entry('Height', 'H')) ?? 0;
  if (!(width >= 1 && height >= 1 && width * height <= maxPixels)) return undefined;
  const data = file.data(stream);
  if (data === undefined) return undefined;
  if (isJpeg(data)) return { kind: 'jpeg', data };
  const mask = file.resolve(entry('ImageMask', 'IM')) === true;
  const bits = mask ? 1 : (file.number(entry('BitsPerComponent', 'BPC')) ?? 0);
  const said = entry('ColorSpace', 'CS');
  const space = mask
    ? gray
    : (colorSpaceOf(file, said) ??
      colorSpaceOf(file, spaceNamed(file.name(said) ?? '')) ??
      spaceOfLength(data.length / (width * height), bits));
  if (space === undefined || space.kind === 'pattern' || ![1, 2, 4, 8].includes(bits)) return undefined;
  const rowBytes = Math.ceil((width * space.components * bits) / 8);
  if (data.length < rowBytes * height) return undefined;
  const inverted = file.number(file.array(entry('Decode', 'D'))[0]) === 1;
  const levels = grayOf({ width, height, bits, space, inverted, data });
  return {
    kind: 'pixels',
    width,
    height,
    gray: overPaper(file, levels, entries.get('SMask'), { width, height }),
  };
}

/** Where the colour space lacks, the length of the samples tells it. */
function spaceOfLength(bytesPerPixel: number, bits: number): ColorSpace | undefined {
  if (bits !== 8) return undefined;
  return bytesPerPixel === 1 ? gray : bytesPerPixel === 3 ? rgb : undefined;
}

function isJpeg(data: Uint8Array): boolean {
  return data[0] === 0xff && data[1] === 0xd8 && data[2] === 0xff;
}

function grayOf(samples: Samples): Uint8Array {
  return samples.space.components === 1 ? grayOfOne(samples) : grayOfSeveral(samples);
}

/** One component: the level of each sample is looked up. */
function grayOfOne({ width, height, bits, space, inverted, data }: Samples): Uint8Array {
  const rowBytes = Math.ceil((width * bits) / 8);
  const top = (1 << bits) - 1;
  const scale = space.kind === 'indexed' ? 1 : 1 / top;
  const table = Uint8Array.from({ length: top + 1 }, (_, sample) =>
    levelOf(space, [(inverted ? top - sample : sample) * scale]),
  );
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const place = x * bits;
      const byte = data[y * rowBytes + (place >> 3)] ?? 0;
      out[y * width + x] = table[(byte >> (8 - bits - (place & 7))) & top] ?? 255;
    }
  }
  return out;
}

function grayOfSeveral({ width, height, bits, space, inverted, data }: Samples): Uint8Array {
  const { components } = space;
  const rowBytes = Math.ceil((width * components * bits) / 8);
  const top = (1 << bits) - 1;
  const plainRgb = space.kind === 'rgb' && bits === 8 && !inverted;
  const out = new Uint8Array(width * height);
  const values: number[] = [];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (plainRgb) {
        const at = y * rowBytes + x * 3;
        out[y * width + x] =
          (77 * (data[at] ?? 0) + 150 * (data[at + 1] ?? 0) + 29 * (data[at + 2] ?? 0)) >> 8;
        continue;
      }
      for (let part = 0; part < components; part += 1) {
        const place = (x * components + part) * bits;
        const sample = ((data[y * rowBytes + (place >> 3)] ?? 0) >> (8 - bits - (place & 7))) & top;
        values[part] = (inverted ? top - sample : sample) / top;
      }
      out[y * width + x] = levelOf(space, values);
    }
  }
  return out;
}

/** What a soft mask leaves transparent shows the paper. */
function overPaper(
  file: PdfFile,
  levels: Uint8Array,
  softMask: PdfValue | undefined,
  size: { readonly width: number; readonly height: number },
): Uint8Array {
  const stream = file.stream(softMask);
  if (stream === undefined) return levels;
  const { entries } = stream.dictionary;
  const same =
    file.number(entries.get('Width')) === size.width && file.number(entries.get('Height')) === size.height;
  const mask = same && !entries.has('SMask') ? decodeImage(file, stream) : undefined;
  if (mask?.kind !== 'pixels') return levels;
  return levels.map((level, index) => 255 - Math.round(((255 - level) * (mask.gray[index] ?? 255)) / 255));
}

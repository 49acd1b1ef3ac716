import type { PdfImage, PdfUnread } from './pdf-image.ts';
import { defaultPdfLimits, inflateStream, splitPdf, type PdfLimits, type PdfStream } from './pdf-streams.ts';
import { undoPredictor } from './undo-predictor.ts';

const maxImages = 64;
/** An A4 scan at 400 dpi has 15 million. */
const maxPixels = 25_000_000;

/**
 * The image XObjects of a PDF that can be read without rendering it: 1-bit and 8-bit gray or RGB that is stored
 * plainly or deflated, and JPEG. All others are told by `unread`. Bounded in images and bytes; never throws.
 */
export function pdfImages(
  bytes: Uint8Array,
  limits: PdfLimits = defaultPdfLimits,
): { readonly images: readonly PdfImage[]; readonly unread: readonly PdfUnread[] } {
  const { streams, partial } = splitPdf(bytes, limits);
  const images: PdfImage[] = [];
  const unread = new Set<PdfUnread>(partial ? ['limit'] : []);
  let room = limits.maxInflatedBytes;
  for (const stream of streams) {
    if (!/\/Subtype\s*\/Image\b/.test(stream.dictionary)) continue;
    if (images.length >= maxImages || room <= 0) {
      unread.add('limit');
      break;
    }
    const image = imageOf(stream, room);
    if (image === undefined) unread.add('image-encoding');
    else {
      images.push(image);
      room -= image.kind === 'pixels' ? image.gray.length : image.data.length;
    }
  }
  return { images, unread: [...unread] };
}

function imageOf(stream: PdfStream, room: number): PdfImage | undefined {
  const { dictionary } = stream;
  if (/\/Filter\s*\[?\s*\/(DCTDecode|DCT)\s*[\]/>\s]/.test(dictionary)) {
    return { kind: 'jpeg', data: stream.data };
  }
  const width = numberOf(dictionary, 'Width');
  const height = numberOf(dictionary, 'Height');
  const mask = /\/ImageMask\s+true\b/.test(dictionary);
  const depth = mask ? 1 : numberOf(dictionary, 'BitsPerComponent');
  if (width === undefined || height === undefined || (depth !== 1 && depth !== 8)) return undefined;
  if (width < 1 || height < 1 || width * height > Math.min(maxPixels, room)) return undefined;
  const stored = inflateStream(stream, room);
  if (stored === undefined) return undefined;
  const predictor = numberOf(dictionary, 'Predictor') ?? 1;
  const components = componentsOf(stored.length, { width, height, depth, predicted: predictor >= 10 });
  if (components === undefined || (predictor > 1 && predictor < 10)) return undefined;
  const rowBytes = Math.ceil((width * components * depth) / 8);
  const pixelBytes = Math.max(1, (components * depth) >> 3);
  const samples = predictor >= 10 ? undoPredictor(stored, { rowBytes, pixelBytes, rows: height }) : stored;
  if (samples === undefined) return undefined;
  const inverted = /\/Decode\s*\[\s*1(\.0*)?\s+0/.test(dictionary);
  return {
    kind: 'pixels',
    width,
    height,
    gray: grayOf(samples, { width, height, depth, components, rowBytes, inverted }),
  };
}

/** How many components a pixel has is told by the length: the colour space may be written elsewhere in the file. */
function componentsOf(
  length: number,
  image: {
    readonly width: number;
    readonly height: number;
    readonly depth: number;
    readonly predicted: boolean;
  },
): 1 | 3 | undefined {
  const needed = (components: number): number =>
    image.height * (Math.ceil((image.width * components * image.depth) / 8) + (image.predicted ? 1 : 0));
  // Some writers leave an end of line behind the samples.
  const fits = (components: number): boolean =>
    length >= needed(components) && length <= needed(components) + 2;
  if (fits(1)) return 1;
  return image.depth === 8 && fits(3) ? 3 : undefined;
}

interface Samples {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly components: number;
  readonly rowBytes: number;
  readonly inverted: boolean;
}

function grayOf(
  samples: Uint8Array,
  { width, height, depth, components, rowBytes, inverted }: Samples,
): Uint8Array {
  const gray = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * rowBytes + (depth === 1 ? x >> 3 : x * components);
      const level =
        depth === 1
          ? (((samples[at] ?? 0) >> (7 - (x & 7))) & 1) * 255
          : components === 1
            ? (samples[at] ?? 0)
            : ((samples[at] ?? 0) + (samples[at + 1] ?? 0) + (samples[at + 2] ?? 0)) / 3;
      gray[y * width + x] = inverted ? 255 - level : level;
    }
  }
  return gray;
}

function numberOf(dictionary: string, name: string): number | undefined {
  const found = new RegExp(`/${name}\\s+(\\d{1,9})\\b(?!\\s+\\d+\\s+R\\b)`).exec(dictionary)?.[1];
  return found === undefined ? undefined : Number(found);
}

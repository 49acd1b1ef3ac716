import { InputError } from '../../domain/segur-error.ts';
import { imageSize, type ImageSize } from './image-size.ts';
import { readSymbols, type Corner, type DatamatrixSymbol, type SymbolShape } from './zxing-reader.ts';

const MAX_IMAGE_BYTES = 40 * 1024 * 1024;

/**
 * Reads every DataMatrix ECC200 of a PNG or JPEG image.
 * Throws InputError `image-too-large` above 40 MB and `image-unreadable` when the bytes are no such image, or a
 * damaged one.
 */
export async function decodeDatamatrix(
  image: Uint8Array,
  file: string,
): Promise<readonly DatamatrixSymbol[]> {
  if (image.length > MAX_IMAGE_BYTES) {
    throw new InputError('image-too-large', `The image ${file} is larger than 40 MB.`, { at: { file } });
  }
  if (!isImage(image)) {
    throw unreadable(`The file ${file} is neither a PNG nor a JPEG image.`, file);
  }
  const symbols = await readSymbols(image, { inverted: false });
  if (symbols === undefined) throw unreadable(`The image ${file} is damaged: it cannot be decoded.`, file);
  const size = imageSize(image);
  return symbols.map(({ corners, shape, ...symbol }) => ({
    ...symbol,
    shape: size === undefined ? shape : { ...shape, quiet: quietModules(corners, shape, size) },
  }));
}

/** Modules that are left between a symbol and the nearest edge, to the tenth. */
function quietModules(
  corners: readonly Corner[],
  { columns, rows }: SymbolShape,
  { width, height }: ImageSize,
): number {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  // Corners are those of the outer pixels, both of which the symbol covers.
  const margin = Math.min(left, width - 1 - right, top, height - 1 - bottom);
  const module = Math.min((right - left + 1) / columns, (bottom - top + 1) / rows);
  return Math.max(0, Math.round((10 * margin) / module) / 10);
}

function unreadable(message: string, file: string): InputError {
  return new InputError('image-unreadable', message, {
    at: { file },
    hint: 'Give a PNG or JPEG capture of the printed or displayed DataMatrix.',
  });
}

/** True for the signatures of PNG and JPEG. */
function isImage(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.byteLength)).toString('hex');
  return head === '89504e470d0a1a0a' || head.startsWith('ffd8ff');
}

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { InputError } from '../../domain/segur-error.ts';

/** One DataMatrix found in an image. */
export interface DatamatrixSymbol {
  readonly text: string;
  /** Content bytes: the text is their best reading, control characters (GS, 1D) kept. */
  readonly bytes: Uint8Array;
  /** Rows and columns of the symbol when the reader tells them. */
  readonly version: string;
}

/** The part of zxing-wasm that is used; its own declarations need DOM and Emscripten types that we do not load. */
interface Reader {
  readBarcodes(
    image: Uint8Array,
    options: Readonly<Record<string, unknown>>,
  ): Promise<readonly ReaderResult[]>;
  prepareZXingModule(options: { readonly overrides: { readonly wasmBinary: ArrayBufferLike } }): void;
}

interface ReaderResult extends DatamatrixSymbol {
  readonly isValid: boolean;
}

const MAX_IMAGE_BYTES = 40 * 1024 * 1024;

/**
 * Reads every DataMatrix ECC200 of a PNG or JPEG image. The WebAssembly reader is loaded on first use only.
 * Throws InputError `image-too-large` above 40 MB and `image-unreadable` when the bytes are no such image.
 */
export async function decodeDatamatrix(
  image: Uint8Array,
  file: string,
): Promise<readonly DatamatrixSymbol[]> {
  if (image.length > MAX_IMAGE_BYTES) {
    throw new InputError('image-too-large', `The image ${file} is larger than 40 MB.`, { at: { file } });
  }
  if (!isImage(image)) {
    throw new InputError('image-unreadable', `The file ${file} is neither a PNG nor a JPEG image.`, {
      at: { file },
      hint: 'Give a PNG or JPEG capture of the printed or displayed DataMatrix.',
    });
  }
  const zxing = await loadReader();
  const found = await zxing.readBarcodes(image, {
    formats: ['DataMatrix'],
    tryHarder: true,
    tryRotate: true,
    tryInvert: false,
    maxNumberOfSymbols: 16,
    textMode: 'Plain',
  });
  return found
    .filter((symbol) => symbol.isValid)
    .map((symbol) => ({ text: symbol.text, bytes: symbol.bytes, version: symbol.version }));
}

/** True for the signatures of PNG and JPEG. */
function isImage(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.byteLength)).toString('hex');
  return head === '89504e470d0a1a0a' || head.startsWith('ffd8ff');
}

let reader: Promise<Reader> | undefined;

function loadReader(): Promise<Reader> {
  reader ??= prepareReader();
  return reader;
}

async function prepareReader(): Promise<Reader> {
  const name: string = 'zxing-wasm/reader';
  const module = (await import(name)) as Reader;
  const path = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasm = await readFile(path);
  // The default is to fetch the binary from a public host: give our own copy instead.
  module.prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  return module;
}

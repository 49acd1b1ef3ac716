import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** One DataMatrix found in an image. */
export interface DatamatrixSymbol {
  readonly text: string;
  /** Content bytes: the text is their best reading, control characters (GS, 1D) kept. */
  readonly bytes: Uint8Array;
  /** Rows and columns of the symbol when the reader tells them. */
  readonly version: string;
  readonly shape: SymbolShape;
}

/** What a symbol looks like, in modules. */
export interface SymbolShape {
  readonly rows: number;
  readonly columns: number;
  /** ISO/IEC 16022 with Reed-Solomon correction; older symbols are read too. */
  readonly ecc200: boolean;
  /** Modules between the symbol and the nearest edge of its image; undefined where paper lies around the image. */
  readonly quiet?: number;
}

/** A place in the image, in pixels. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** A symbol with the corners of what it covers. */
export interface PlacedSymbol extends DatamatrixSymbol {
  readonly corners: readonly Corner[];
}

/** Pixels of four bytes: red, green, blue, alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** The part of zxing-wasm that is used; its own declarations need DOM and Emscripten types that we do not load. */
interface Reader {
  readBarcodes(
    image: Uint8Array | Pixels,
    options: Readonly<Record<string, unknown>>,
  ): Promise<readonly ReaderResult[]>;
  prepareZXingModule(options: { readonly overrides: { readonly wasmBinary: ArrayBufferLike } }): void;
}

interface ReaderResult extends Omit<DatamatrixSymbol, 'shape'> {
  readonly symbol: { readonly width: number; readonly height: number };
  /** `]d1` for ECC200 (ISO/IEC 15424). */
  readonly symbologyIdentifier: string;
  readonly position: Readonly<Record<'topLeft' | 'topRight' | 'bottomRight' | 'bottomLeft', Corner>>;
  readonly isValid: boolean;
  /** Empty for an image that could not be loaded. */
  readonly format: string;
}

/**
 * Reads every DataMatrix ECC200 of an image file (PNG, JPEG) or of pixels; undefined when it is no image that can be
 * decoded, which says nothing of the symbols in it. The WebAssembly reader is loaded on first use only.
 */
export async function readSymbols(
  image: Uint8Array | Pixels,
  { inverted }: { readonly inverted: boolean },
): Promise<readonly PlacedSymbol[] | undefined> {
  const zxing = await loadReader();
  const found = await zxing.readBarcodes(image, {
    formats: ['DataMatrix'],
    tryHarder: true,
    tryRotate: true,
    tryInvert: inverted,
    maxNumberOfSymbols: 16,
    textMode: 'Plain',
  });
  if (found.some(({ isValid, format }) => !isValid && format === '')) return undefined;
  return found.filter((symbol) => symbol.isValid).map(place);
}

function place({ text, bytes, version, symbol, symbologyIdentifier, position }: ReaderResult): PlacedSymbol {
  const { topLeft, topRight, bottomRight, bottomLeft } = position;
  return {
    text,
    bytes,
    version,
    // Every ECC200 variant, and none older, has a modifier from 1 up.
    shape: {
      rows: symbol.height,
      columns: symbol.width,
      ecc200: /^\]d[1-9]$/.test(symbologyIdentifier),
    },
    corners: [topLeft, topRight, bottomRight, bottomLeft],
  };
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

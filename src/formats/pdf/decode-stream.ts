import { inflateSync, constants } from 'node:zlib';
import { fromFax } from './from-fax.ts';
import { fromAscii85, fromAsciiHex, fromLzw, fromRunLength } from './pdf-filters.ts';
import type { PdfFile } from './pdf-file.ts';
import type { PdfDictionary, PdfStreamObject } from './pdf-value.ts';
import { undoPredictor } from './undo-predictor.ts';

/** Filters whose result is an image file or needs its own decoder: the data goes on as it is. */
const imageFilters: ReadonlySet<string> = new Set(['DCTDecode', 'DCT']);
const maxFilters = 8;

/**
 * The data of a stream after its filters (ISO 32000-1, 7.4), JPEG kept as the file that it is; undefined for a filter
 * that is not known, damage, or more than `room` bytes.
 */
export function decodeStream(file: PdfFile, stream: PdfStreamObject, room: number): Buffer | undefined {
  const { entries } = stream.dictionary;
  const names = listOf(file, entries.get('Filter') ?? entries.get('F'));
  const parameters = listOf(file, entries.get('DecodeParms') ?? entries.get('DP'));
  if (room <= 0 || names.length > maxFilters) return undefined;
  let data: Buffer | undefined = Buffer.from(
    stream.data.buffer,
    stream.data.byteOffset,
    stream.data.byteLength,
  );
  if (data.length > room) return undefined;
  for (const [index, one] of names.entries()) {
    const filter = file.name(one) ?? '';
    if (imageFilters.has(filter)) return index === names.length - 1 ? data : undefined;
    data =
      filter === 'CCITTFaxDecode' || filter === 'CCF'
        ? fax(file, data, { parameters: file.dictionary(parameters[index]), image: stream.dictionary, room })
        : undoFilter(filter, data, room);
    if (data === undefined) return undefined;
    data = withoutPredictor(file, data, file.dictionary(parameters[index]));
    if (data === undefined || data.length > room) return undefined;
  }
  return data;
}

function listOf(
  file: PdfFile,
  value: Parameters<PdfFile['resolve']>[0],
): readonly NonNullable<typeof value>[] {
  const one = file.resolve(value);
  if (one === null) return [];
  return Array.isArray(one) ? file.array(value).map((item) => item ?? false) : [one];
}

function undoFilter(filter: string, data: Buffer, room: number): Buffer | undefined {
  switch (filter) {
    case 'FlateDecode':
    case 'Fl':
      return inflated(data, room);
    case 'LZWDecode':
    case 'LZW':
      return fromLzw(data, room);
    case 'ASCIIHexDecode':
    case 'AHx':
      return fromAsciiHex(data);
    case 'ASCII85Decode':
    case 'A85':
      return fromAscii85(data);
    case 'RunLengthDecode':
    case 'RL':
      return fromRunLength(data, room);
    default:
      return undefined;
  }
}

function fax(
  file: PdfFile,
  data: Buffer,
  at: { readonly parameters: PdfDictionary; readonly image: PdfDictionary; readonly room: number },
): Buffer | undefined {
  const number = (name: string): number | undefined => file.number(at.parameters.entries.get(name));
  const flag = (name: string): boolean => file.resolve(at.parameters.entries.get(name)) === true;
  const { entries } = at.image;
  return fromFax(
    data,
    {
      k: number('K') ?? 0,
      columns: number('Columns') ?? 1728,
      rows: number('Rows') ?? file.number(entries.get('Height') ?? entries.get('H')) ?? 0,
      byteAligned: flag('EncodedByteAlign'),
      blackIs1: flag('BlackIs1'),
    },
    at.room,
  );
}

/** A stream that is cut short still shows what it holds. */
function inflated(data: Buffer, room: number): Buffer | undefined {
  try {
    return inflateSync(data, { maxOutputLength: room, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return undefined;
  }
}

function withoutPredictor(file: PdfFile, data: Buffer, parameters: PdfDictionary): Buffer | undefined {
  const number = (name: string, usual: number): number => file.number(parameters.entries.get(name)) ?? usual;
  const predictor = number('Predictor', 1);
  if (predictor <= 1) return data;
  if (predictor < 10) return undefined;
  const [colors, bits, columns] = [number('Colors', 1), number('BitsPerComponent', 8), number('Columns', 1)];
  const rowBytes = Math.ceil((colors * bits * columns) / 8);
  if (!(rowBytes >= 1 && rowBytes <= 1_000_000 && colors * bits <= 256)) return undefined;
  const rows = Math.floor((data.length + rowBytes) / (rowBytes + 1));
  const plain = undoPredictor(data, { rowBytes, pixelBytes: Math.max(1, (colors * bits) >> 3), rows });
  return plain === undefined ? undefined : Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength);
}

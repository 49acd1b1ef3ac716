import type { ZipProblem } from './zip-archive.ts';

/** What the central directory says of one entry, before anything is believed. */
export interface CentralRecord {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
}

/** The directory, or the one reason why there is none to trust. */
export type CentralDirectory =
  | { readonly kind: 'directory'; readonly records: readonly CentralRecord[]; readonly start: number }
  | { readonly kind: 'refused'; readonly problem: ZipProblem };

const END_SIGNATURE = 0x06054b50;
const RECORD_SIGNATURE = 0x02014b50;
const END_SIZE = 22;
const RECORD_SIZE = 46;
const MAX_COMMENT = 0xffff;
const UTF8_NAME = 0x0800;

/**
 * Reads the end record and the central directory of APPNOTE 6.3.10 (4.3.12, 4.3.16), single disk, no Zip64.
 * Never throws: whatever the bytes are, the answer is a directory or a refusal.
 */
export function readCentralDirectory(archive: Buffer, maxEntries: number): CentralDirectory {
  const end = findEnd(archive);
  if (end === undefined) return refuse('zip-unreadable', 'no end of central directory record');
  const count = archive.readUInt16LE(end + 10);
  const size = archive.readUInt32LE(end + 12);
  const start = archive.readUInt32LE(end + 16);
  if (archive.readUInt16LE(end + 4) !== 0 || archive.readUInt16LE(end + 6) !== 0) {
    return refuse('zip-multi-disk', 'the archive is split over several disks');
  }
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) {
    return refuse('zip-zip64', 'Zip64 archives are not read');
  }
  if (count > maxEntries) return refuse('zip-too-many-entries', `${count} entries, at most ${maxEntries}`);
  if (start + size > end) return refuse('zip-unreadable', 'the central directory lies outside of the file');
  return readRecords(archive, start, start + size, count);
}

function findEnd(archive: Buffer): number | undefined {
  const lowest = Math.max(0, archive.length - END_SIZE - MAX_COMMENT);
  for (let at = archive.length - END_SIZE; at >= lowest; at -= 1) {
    if (archive.readUInt32LE(at) !== END_SIGNATURE) continue;
    // A comment may itself hold the signature: the record is the one whose comment ends with the file.
    if (at + END_SIZE + archive.readUInt16LE(at + 20) === archive.length) return at;
  }
  return undefined;
}

function readRecords(archive: Buffer, start: number, stop: number, count: number): CentralDirectory {
  const records: CentralRecord[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + RECORD_SIZE > stop || archive.readUInt32LE(at) !== RECORD_SIGNATURE) {
      return refuse('zip-unreadable', `record ${index + 1} of the central directory is damaged`);
    }
    const flags = archive.readUInt16LE(at + 8);
    const nameLength = archive.readUInt16LE(at + 28);
    const next =
      at + RECORD_SIZE + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    if (next > stop)
      return refuse('zip-unreadable', `record ${index + 1} of the central directory is cut short`);
    records.push({
      name: decodeName(archive.subarray(at + RECORD_SIZE, at + RECORD_SIZE + nameLength), flags),
      flags,
      method: archive.readUInt16LE(at + 10),
      crc32: archive.readUInt32LE(at + 16),
      compressedSize: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    });
    at = next;
  }
  return { kind: 'directory', records, start };
}

/** Without the UTF-8 flag the charset is unknown: bytes above 7F are kept one to one, so that names still differ. */
function decodeName(bytes: Buffer, flags: number): string {
  return bytes.toString((flags & UTF8_NAME) === 0 ? 'latin1' : 'utf8');
}

function refuse(code: ZipProblem['code'], detail: string): CentralDirectory {
  return { kind: 'refused', problem: { code, detail } };
}

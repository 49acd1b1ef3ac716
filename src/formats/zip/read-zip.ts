import { crc32, inflateRawSync } from 'node:zlib';
import { readCentralDirectory, type CentralRecord } from './read-central-directory.ts';
import {
  defaultZipLimits,
  type ZipEntry,
  type ZipLimits,
  type ZipProblem,
  type ZipProblemCode,
  type ZipReading,
} from './zip-archive.ts';

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const ENCRYPTED = 0x0001;
const STRONG_ENCRYPTION = 0x0040;
const RATIO_FLOOR = 1024 * 1024;

/**
 * Reads an archive held in memory, synchronously so that pure checks can, and never throws: what is unsafe
 * (traversal, duplicate, encryption, bomb, overlap, false size or CRC, archive in the archive) is a problem,
 * and the entry concerned is not returned. At most `limits.maxInflatedBytes` are ever inflated.
 */
export function readZip(bytes: Uint8Array, limits: ZipLimits = defaultZipLimits): ZipReading {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = readCentralDirectory(archive, limits.maxEntries);
  if (directory.kind === 'refused') return { entries: [], problems: [directory.problem] };

  const entries: ZipEntry[] = [];
  const problems: ZipProblem[] = [];
  const seen = new Set<string>();
  const spans: (readonly [number, number])[] = [];
  let room = limits.maxInflatedBytes;
  for (const record of directory.records) {
    const fault = refusalOf(record, seen, limits) ?? roomFault(record, room);
    const data = fault ?? locate(archive, record, directory.start);
    if (!('span' in data)) {
      problems.push({ entry: record.name, ...data });
      continue;
    }
    if (spans.some(([from, to]) => data.span[0] < to && from < data.span[1])) {
      problems.push({
        entry: record.name,
        code: 'zip-entries-overlap',
        detail: 'shares bytes with another entry',
      });
      continue;
    }
    spans.push(data.span);
    const content = inflate(data.data, record);
    if (!('bytes' in content)) {
      problems.push({ entry: record.name, ...content });
      continue;
    }
    room -= content.bytes.length;
    if (isArchive(content.bytes)) {
      problems.push({ entry: record.name, code: 'zip-nested', detail: 'an archive inside of the archive' });
    }
    entries.push({ name: record.name, folder: record.name.endsWith('/'), bytes: content.bytes });
  }
  return { entries, problems };
}

interface Fault {
  readonly code: ZipProblemCode;
  readonly detail: string;
}

function refusalOf(record: CentralRecord, seen: Set<string>, limits: ZipLimits): Fault | undefined {
  const { name } = record;
  const unsafe = unsafeName(name, limits.maxDepth);
  if (unsafe !== undefined) return { code: 'zip-name-unsafe', detail: unsafe };
  // Two names that differ by case only overwrite each other on the systems that vendors use.
  const key = name.toUpperCase();
  if (seen.has(key)) return { code: 'zip-name-duplicate', detail: 'the name was already used' };
  seen.add(key);
  if ((record.flags & (ENCRYPTED | STRONG_ENCRYPTION)) !== 0) {
    return { code: 'zip-encrypted', detail: 'the entry is encrypted' };
  }
  if (record.method !== 0 && record.method !== 8) {
    return { code: 'zip-method-unknown', detail: `compression method ${record.method}` };
  }
  if (record.size > RATIO_FLOOR && record.size > record.compressedSize * limits.maxRatio) {
    return { code: 'zip-ratio', detail: `${record.compressedSize} bytes inflate to ${record.size}` };
  }
  return undefined;
}

function roomFault(record: CentralRecord, room: number): Fault | undefined {
  return record.size > room
    ? { code: 'zip-too-large', detail: `${record.size} bytes, ${room} left of the limit` }
    : undefined;
}

function unsafeName(name: string, maxDepth: number): string | undefined {
  if (name === '') return 'an empty name';
  if (/[\0-\x1f\x7f]/.test(name)) return 'a control character in the name';
  if (name.includes('\\')) return 'a backslash in the name';
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) return 'an absolute path';
  const parts = (name.endsWith('/') ? name.slice(0, -1) : name).split('/');
  if (parts.some((part) => part === '..' || part === '.' || part === ''))
    return 'a path that leaves its folder';
  if (parts.length > maxDepth) return `more than ${maxDepth} levels`;
  return undefined;
}

function locate(
  archive: Buffer,
  record: CentralRecord,
  directoryStart: number,
): Fault | { readonly span: readonly [number, number]; readonly data: Buffer } {
  const { offset } = record;
  if (offset + LOCAL_SIZE > directoryStart || archive.readUInt32LE(offset) !== LOCAL_SIGNATURE) {
    return { code: 'zip-headers-differ', detail: 'no local header at the announced place' };
  }
  const nameLength = archive.readUInt16LE(offset + 26);
  const start = offset + LOCAL_SIZE + nameLength + archive.readUInt16LE(offset + 28);
  const stop = start + record.compressedSize;
  if (stop > directoryStart) return { code: 'zip-headers-differ', detail: 'the data runs over its end' };
  const localName = archive.subarray(offset + LOCAL_SIZE, offset + LOCAL_SIZE + nameLength);
  const sameName =
    localName.equals(Buffer.from(record.name, 'utf8')) ||
    localName.equals(Buffer.from(record.name, 'latin1'));
  if (!sameName || archive.readUInt16LE(offset + 8) !== record.method) {
    return { code: 'zip-headers-differ', detail: 'the local header names another file or method' };
  }
  return { span: [offset, stop], data: archive.subarray(start, stop) };
}

function inflate(data: Buffer, record: CentralRecord): Fault | { readonly bytes: Uint8Array } {
  let bytes: Buffer;
  try {
    // A ceiling of size + 1 tells a false size from a right one without inflating what follows.
    bytes =
      record.method === 0
        ? data
        : data.length === 0
          ? data
          : inflateRawSync(data, { maxOutputLength: record.size + 1 });
  } catch (cause) {
    return { code: 'zip-inflate-failed', detail: cause instanceof Error ? cause.message : 'damaged data' };
  }
  if (bytes.length !== record.size) {
    return {
      code: 'zip-inflate-failed',
      detail: `${bytes.length} bytes where ${record.size} were announced`,
    };
  }
  if (crc32(bytes) !== record.crc32)
    return { code: 'zip-crc-wrong', detail: 'the CRC-32 differs from the data' };
  return { bytes };
}

function isArchive(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && bytes[3] === bytes[2] + 1
  );
}

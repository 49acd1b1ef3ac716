/** Undoes ASCIIHexDecode (ISO 32000-1, 7.4.2). */
export function fromAsciiHex(data: Buffer): Buffer {
  const text = data.toString('latin1');
  const digits = text
    .slice(0, text.indexOf('>') === -1 ? undefined : text.indexOf('>'))
    .replace(/[^0-9A-Fa-f]/g, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

/** Undoes ASCII85Decode (7.4.3); undefined for a character that it lacks. */
export function fromAscii85(data: Buffer): Buffer | undefined {
  const out = Buffer.alloc(data.length * 4 + 4);
  let [length, group, count] = [0, 0, 0];
  for (const code of data) {
    if (code === 0x7e) break;
    if (code <= 0x20) continue;
    if (code === 0x7a && count === 0) {
      length = out.writeUInt32BE(0, length);
      continue;
    }
    if (code < 0x21 || code > 0x75) return undefined;
    group = group * 85 + (code - 0x21);
    count += 1;
    if (count < 5) continue;
    length = out.writeUInt32BE(group % 2 ** 32, length);
    [group, count] = [0, 0];
  }
  if (count > 1) {
    for (let missing = count; missing < 5; missing += 1) group = group * 85 + 84;
    out.writeUInt32BE(group % 2 ** 32, length);
    length += count - 1;
  }
  return out.subarray(0, length);
}

/** Undoes RunLengthDecode (7.4.5); undefined for more than `room` bytes. */
export function fromRunLength(data: Buffer, room: number): Buffer | undefined {
  const parts: Buffer[] = [];
  let length = 0;
  for (let at = 0; at < data.length;) {
    const code = data[at] ?? 128;
    if (code === 128) break;
    const part =
      code < 128 ? data.subarray(at + 1, at + 2 + code) : Buffer.alloc(257 - code, data[at + 1] ?? 0);
    at += code < 128 ? code + 2 : 2;
    length += part.length;
    if (length > room) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Undoes LZWDecode (7.4.4), early change as is usual; undefined for a code that it lacks or more than `room` bytes. */
export function fromLzw(data: Buffer, room: number): Buffer | undefined {
  const out: Buffer[] = [];
  let table: Buffer[] = [];
  let [length, width, bits, held] = [0, 9, 0, 0];
  let previous: Buffer | undefined;
  for (const byte of data) {
    bits = ((bits << 8) | byte) & 0xffffff;
    held += 8;
    if (held < width) continue;
    held -= width;
    const code = (bits >> held) & ((1 << width) - 1);
    if (code === 257) break;
    if (code === 256) {
      [table, width, previous] = [[], 9, undefined];
      continue;
    }
    const entry = entryOf(code, table, previous);
    if (entry === undefined) return undefined;
    if (previous !== undefined && table.length < 3838)
      table.push(Buffer.concat([previous, entry.subarray(0, 1)]));
    length += entry.length;
    if (length > room) return undefined;
    out.push(entry);
    previous = entry;
    const next = table.length + 258 + 1;
    width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
  }
  return Buffer.concat(out);
}

function entryOf(code: number, table: readonly Buffer[], previous: Buffer | undefined): Buffer | undefined {
  if (code < 256) return Buffer.of(code);
  const known = table[code - 258];
  if (known !== undefined) return known;
  return previous !== undefined && code - 258 === table.length
    ? Buffer.concat([previous, previous.subarray(0, 1)])
    : undefined;
}

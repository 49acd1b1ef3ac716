/** Width and height in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Size of a PNG (IHDR) or JPEG (frame header) image, read from its head; undefined for another or a cut one. */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.toString('latin1', 1, 4) === 'PNG') {
    return buffer.length < 24
      ? undefined
      : { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) };
  }
  return buffer.readUInt16BE(0) === 0xffd8 ? jpegSize(buffer) : undefined;
}

function jpegSize(buffer: Buffer): ImageSize | undefined {
  for (let at = 2; at + 9 < buffer.length && buffer[at] === 0xff;) {
    const marker = buffer[at + 1] ?? 0;
    // Start of frame, whatever the coding; C4, C8 and CC are tables.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: buffer.readUInt16BE(at + 5), width: buffer.readUInt16BE(at + 7) };
    }
    at += 2 + buffer.readUInt16BE(at + 2);
  }
  return undefined;
}

import { ZipFile } from 'yazl';

/** One file to put in an archive; `name` uses `/` and stays inside. */
export interface ZipSource {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The first moment a DOS date can tell: archives of the same files are the same bytes. */
const EPOCH = new Date(1980, 0, 1);

/**
 * Builds an archive, entries in the given order, deflated.
 * Rejects when a name is absolute or leaves its folder (yazl's own test).
 */
export async function writeZip(sources: readonly ZipSource[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const source of sources) {
    zip.addBuffer(Buffer.from(source.bytes), source.name, { mtime: EPOCH, forceDosTimestamp: true });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) {
    chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}

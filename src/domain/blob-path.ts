/** Path of a blob in the pack of a run, and of its file once extracted. */
export function blobPath(sha256: string): string {
  return `blobs/${sha256.slice(0, 2)}/${sha256}`;
}

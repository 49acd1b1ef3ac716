import { ftruncateSync, writeSync } from 'node:fs';

/** A file that only grows, its length known without asking the system. */
export interface GrowingFile {
  readonly descriptor: number;
  length: number;
}

/**
 * Appends all the bytes, or none: what a full disk let through in part is taken back before the error is thrown, so
 * that what was written earlier stays readable.
 */
export function appendWhole(file: GrowingFile, bytes: Uint8Array): void {
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(file.descriptor, bytes, written);
  } catch (error) {
    ftruncateSync(file.descriptor, file.length);
    throw error;
  }
  file.length += bytes.length;
}

/** Takes back what was appended since the file had this length. */
export function takeBack(file: GrowingFile, length: number): void {
  if (length === file.length) return;
  ftruncateSync(file.descriptor, length);
  file.length = length;
}

import type { RecognisedKind } from '../recognise.ts';
import type { Bundle } from './bundle.ts';
import { readBundle } from './read-bundle.ts';

/** The bytes of a file, named by their SHA-256. */
export interface BundleSource {
  readonly sha256: string;
  readonly bytes: () => Uint8Array;
  /** Of the HTTP message when the bytes are its body. */
  readonly contentType?: string | undefined;
  /** Replaces what the content says of the file. */
  readonly as?: RecognisedKind | undefined;
}

/** Sixty checks read the same few files: what was opened last is kept, by content. */
const kept = 8;
const recent = new Map<string, Bundle>();

/** Everything found in a file, as `readBundle` gives it, opened once for all who ask for the same content in a row. */
export function rememberBundle({ sha256, bytes, contentType, as }: BundleSource): Bundle {
  const key = `${sha256} ${contentType ?? ''} ${as ?? ''}`;
  const known = recent.get(key);
  if (known !== undefined) return known;
  const bundle = readBundle(bytes(), contentType, as);
  const oldest = recent.keys().next();
  if (recent.size >= kept && oldest.done !== true) recent.delete(oldest.value);
  recent.set(key, bundle);
  return bundle;
}

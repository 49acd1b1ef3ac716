import { openContentHashes, type ContentHashes } from './content-hashes.ts';
import { defaultCacheDirectory, openDiskCache, type DiskCache } from '../disk-cache/disk-cache.ts';
import type { KitFiles } from './kit-files.ts';

/** The files of a kit, what is known of their content, and where work on them is kept. */
export interface KitStore {
  readonly files: KitFiles;
  readonly hashes: ContentHashes;
  readonly cache: DiskCache;
}

/** Work is kept in a directory; by default the user's cache, `null` for nowhere. */
export function openKitStore(files: KitFiles, directory?: string | null): KitStore {
  const cache = openDiskCache(directory === null ? undefined : (directory ?? defaultCacheDirectory()));
  return { files, hashes: openContentHashes(files, cache), cache };
}

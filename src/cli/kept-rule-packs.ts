import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RulePackFile } from '../domain/rule-pack.gen.ts';
import { defaultCacheDirectory, openDiskCache, sha256 } from '../formats/disk-cache/disk-cache.ts';
import { packageVersion } from './package-root.ts';

const format = 'segur-packs-1';

/**
 * The packs of a folder as `loadRulePacks` reads them. Packs that were found right once are kept, under the content of
 * their files and of their schema, so that the next run loads neither the reader nor the validator. Throws what
 * `loadRulePacks` throws.
 */
export async function keptRulePacks(folder: string, schemas: string): Promise<readonly RulePackFile[]> {
  const content = contentOf(folder, schemas);
  const cache = openDiskCache(content === undefined ? undefined : defaultCacheDirectory());
  const key = sha256(content ?? '');
  const known = cache.read(key);
  if (isEntry(known)) return known.packs;
  const { loadRulePacks } = await import('./load-rule-packs.ts');
  const packs = loadRulePacks(folder, schemas);
  cache.write(key, { format, packs } satisfies Entry);
  return packs;
}

interface Entry {
  readonly format: typeof format;
  readonly packs: readonly RulePackFile[];
}

/** Only a reading that found nothing wrong is ever written, whole, under the content that it read. */
function isEntry(value: unknown): value is Entry {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === format &&
    'packs' in value &&
    Array.isArray(value.packs)
  );
}

/** All that decides what the packs are; undefined when it cannot be read, which the reader then tells. */
function contentOf(folder: string, schemas: string): string | undefined {
  try {
    const names = readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort();
    const texts = names.flatMap((name) => [name, readFileSync(join(folder, name), 'utf8')]);
    const schema = readFileSync(join(schemas, 'rule-pack.schema.json'), 'utf8');
    return JSON.stringify([format, packageVersion(), schema, ...texts]);
  } catch {
    return undefined;
  }
}

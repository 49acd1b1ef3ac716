import { basename } from 'node:path';
import { sha256 } from '../disk-cache/disk-cache.ts';
import type { KitStore } from './kit-store.ts';
import { loadCachedSchematron } from './schematron-cache.ts';
import type { MissingPart, SchematronSource } from './schematron-source.ts';
import { voletTemplates, type KitRuleSet } from './select-rule-sets.ts';

/** Changes whenever KitRuleSet, or what is drawn from rules, does. */
const format = 'segur-catalogue-1';

/** A part that one rule set of the kit asks for and the kit lacks. */
export interface KitGap extends MissingPart {
  /** Id of the rule set. */
  readonly ruleSet: string;
}

/** What a kit holds. */
export interface KitCatalogue {
  /** Profiles first. */
  readonly ruleSets: readonly KitRuleSet[];
  readonly missing: readonly KitGap[];
}

interface CatalogueEntry extends KitCatalogue {
  readonly format: typeof format;
  /** SHA-256 of every file that went in, by path. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** Reads every schema of a kit, or the cache when no file of any of them has changed. */
export function loadCatalogue(store: KitStore, mains: readonly string[]): KitCatalogue {
  const { files, hashes, cache } = store;
  const key = sha256([format, files.listing].join('\0'));
  const known = readEntry(cache.read(key));
  if (known !== undefined && hashes.areCurrent(known.inputs)) return known;
  const inputs: Record<string, string> = {};
  const described = mains
    .map((path) => {
      const source = loadCachedSchematron(store, path);
      for (const one of source.files) inputs[one] = hashes.of(one);
      return { ruleSet: describe(path, source), missing: source.missing };
    })
    .sort((a, b) => byLayer(a.ruleSet, b.ruleSet));
  const catalogue = {
    ruleSets: described.map(({ ruleSet }) => ruleSet),
    missing: described.flatMap(({ ruleSet, missing }) =>
      missing.map((part) => ({ ...part, ruleSet: ruleSet.id })),
    ),
  };
  cache.write(key, { format, inputs, ...catalogue } satisfies CatalogueEntry);
  return catalogue;
}

function describe(path: string, source: SchematronSource): KitRuleSet {
  const layer = path.includes('/profils/') ? 'profile' : 'volet';
  const templateIds = layer === 'volet' ? voletTemplates(source) : [];
  return { id: basename(path, '.sch'), file: path, layer, templateIds };
}

function readEntry(entry: unknown): CatalogueEntry | undefined {
  if (typeof entry !== 'object' || entry === null || !('format' in entry)) return undefined;
  // Written whole, under a name that holds the format.
  return entry.format === format ? (entry as CatalogueEntry) : undefined;
}

function byLayer(a: KitRuleSet, b: KitRuleSet): number {
  return a.layer === b.layer ? (a.id < b.id ? -1 : 1) : a.layer === 'profile' ? -1 : 1;
}

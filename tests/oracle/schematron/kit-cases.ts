import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileRuleSet, type CompiledRuleSet } from '../../../src/formats/schematron/compile-rule-set.ts';
import { listKitFiles } from '../../../src/formats/schematron/kit-files.ts';
import { openKitLibrary, type SeenLibrary } from '../../../src/formats/schematron/kit-library.ts';
import { openKitStore } from '../../../src/formats/schematron/kit-store.ts';
import { loadSchematron } from '../../../src/formats/schematron/load-schematron.ts';
import { openKit } from '../../../src/formats/schematron/open-kit.ts';
import { parseXml } from '../../../src/formats/xml/parse-xml.ts';
import type { XmlDocument } from '../../../src/formats/xml/xml-node.ts';

/** A document that both judges are given, and the rule sets they judge it by. */
export interface Case {
  readonly name: string;
  /** Where the text stands. */
  readonly file: string;
  readonly document: XmlDocument;
  readonly sets: readonly string[];
}

export interface UsedRuleSet {
  readonly compiled: CompiledRuleSet;
  readonly library: SeenLibrary;
}

export interface OpenKit {
  readonly root: string;
  readonly examples: readonly Case[];
  /** The rule sets that some example is judged by, by id. */
  readonly ruleSets: ReadonlyMap<string, UsedRuleSet>;
  /** Source of the vocabulary that the kit as published lacks. */
  readonly rebuilt: string;
}

/** The examples of a kit and the rule sets for them; `only` keeps the rule sets with that in their name. */
export function openKitCases(root: string, only: string): OpenKit {
  const files = listKitFiles(root);
  const library = openKitLibrary(openKitStore(files, null));
  const kit = openKit(root, { cache: null });
  const examples = readdirSync(join(root, 'ExemplesCDA'))
    .filter((name) => name.endsWith('.xml'))
    .map((name): Case => {
      const file = join(root, 'ExemplesCDA', name);
      const document = parseXml(readFileSync(file), { file: name });
      const sets = kit.ruleSetsFor(document).map((set) => set.id);
      return { name, file, document, sets: sets.filter((id) => id.includes(only)) };
    })
    .filter((one) => one.sets.length > 0);
  const used = new Set(examples.flatMap((one) => one.sets));
  const ruleSets = new Map<string, UsedRuleSet>();
  for (const { id, file } of kit.ruleSets) {
    if (!used.has(id)) continue;
    const seen = library.seenFrom(file);
    ruleSets.set(id, { compiled: compileRuleSet(loadSchematron(files, file), seen), library: seen });
  }
  const rebuilt = library
    .seenFrom('schematrons/profils/structurationMinimale/x.sch')
    .load('include/voc-1.2.250.1.213.1.1.5.471-DYNAMIC.xml');
  return { root, examples, ruleSets, rebuilt: rebuilt?.source ?? '<none/>' };
}

/** Writes a mutant where Saxon can read it; undefined when the edits left no well-formed XML. */
export function writtenCase(
  directory: string,
  { name, text, sets }: { readonly name: string; readonly text: string; readonly sets: readonly string[] },
): Case | undefined {
  const bytes = Buffer.from(text.replace(/encoding="[^"]*"/, 'encoding="UTF-8"'));
  let document: XmlDocument;
  try {
    document = parseXml(bytes, { file: name });
  } catch {
    return undefined;
  }
  writes += 1;
  const file = join(directory, `${String(writes).padStart(5, '0')}.xml`);
  writeFileSync(file, bytes);
  return { name, file, document, sets };
}

let writes = 0;

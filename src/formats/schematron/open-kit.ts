import { basename } from 'node:path';
import { InputError } from '../../domain/segur-error.ts';
import { compileXsd, type XsdFinding, type XsdSchema } from '../xsd/compile-xsd.ts';
import type { XmlDocument } from '../xml/xml-node.ts';
import { cdaHeader } from './cda-header.ts';
import { compileRuleSet, type CompiledRuleSet } from './compile-rule-set.ts';
import { judgeDocument } from './judge-document.ts';
import { loadCatalogue, type KitCatalogue, type KitGap } from './kit-catalogue.ts';
import { listKitFiles, type KitFiles } from './kit-files.ts';
import { openKitLibrary, type SeenLibrary } from './kit-library.ts';
import type { RuleSetResult } from './rule-set-result.ts';
import { openKitStore } from './kit-store.ts';
import { loadCachedSchematron } from './schematron-cache.ts';
import { selectRuleSets, type KitRuleSet } from './select-rule-sets.ts';

/** One version of the CDA validation kit, opened; several can be open side by side. */
export interface Kit {
  /** Name of its directory, which carries the version. */
  readonly version: string;
  readonly directory: string;
  readonly ruleSets: readonly KitRuleSet[];
  /** What the schemas of the kit ask for and it lacks, by rule set; reads every schema. */
  missing(): readonly KitGap[];
  /** Validates against the kit's extended CDA schema; empty when valid. Throws InputError `kit-without-xsd`. */
  validateXsd(document: XmlDocument): Promise<readonly XsdFinding[]>;
  /** The rule sets that apply; none when the document holds no ClinicalDocument. */
  ruleSetsFor(document: XmlDocument): readonly KitRuleSet[];
  /** Judges by one rule set of the kit. */
  judgeBy(ruleSet: KitRuleSet, document: XmlDocument): RuleSetResult;
  /** Judges by every rule set that applies, in order. */
  judge(document: XmlDocument): readonly RuleSetResult[];
}

export interface KitOptions {
  /** Directory of compiled rules; `null` for none. Default: the user's cache. */
  readonly cache?: string | null;
  /** Id of the volet to apply where several versions claim the document's template. */
  readonly volet?: string;
}

const mainSchema =
  /^schematrons\/(?:[^/]+|profils\/(?:[^/]+|structurationMinimale\/[^/]+|terminologies\/schematron\/[^/]+))\.sch$/i;

/**
 * Opens a directory laid out as the published kit: `schematrons/`, `jeuxDeValeurs/`, `infrastructure/cda/`. Nothing
 * is written into it. Throws InputError `kit-unreadable` or `kit-empty`.
 */
export function openKit(directory: string, options: KitOptions = {}): Kit {
  const files = listKitFiles(directory);
  const mains = files.paths.filter((path) => mainSchema.test(path));
  if (mains.length === 0)
    throw new InputError('kit-empty', `no Schematron schema under ${directory}`, {
      at: { file: directory },
      hint: 'give the directory that holds schematrons/',
    });
  const store = openKitStore(files, options.cache);
  const library = openKitLibrary(store);
  const compiled = once((path: string) => {
    const seen = library.seenFrom(path);
    const rules = compileRuleSet(loadCachedSchematron(store, path), seen);
    store.hashes.save();
    return { seen, rules };
  });
  let known: KitCatalogue | undefined;
  const catalogue = (): KitCatalogue => {
    if (known !== undefined) return known;
    known = loadCatalogue(store, mains);
    store.hashes.save();
    return known;
  };
  let xsd: Promise<XsdSchema> | undefined;
  const kit: Kit = {
    version: basename(directory),
    directory,
    get ruleSets() {
      return catalogue().ruleSets;
    },
    missing: () => catalogue().missing,
    validateXsd: async (document) => (await (xsd ??= openXsd(files))).validate(document),
    ruleSetsFor: (document) => {
      const header = cdaHeader(document);
      return header === undefined ? [] : selectRuleSets(catalogue().ruleSets, header, options.volet);
    },
    judgeBy: (ruleSet, document) => {
      const { seen, rules } = compiled(ruleSet.file);
      return resultOf(ruleSet, rules, seen, document);
    },
    judge: (document) => kit.ruleSetsFor(document).map((ruleSet) => kit.judgeBy(ruleSet, document)),
  };
  return kit;
}

function once<T>(make: (path: string) => T): (path: string) => T {
  const made = new Map<string, T>();
  return (path) => {
    const known = made.get(path);
    if (known !== undefined) return known;
    const value = make(path);
    made.set(path, value);
    return value;
  };
}

function openXsd(files: KitFiles): Promise<XsdSchema> {
  const path = files.paths.find((one) => /(?:^|\/)CDA_extended\.xsd$/i.test(one));
  if (path === undefined)
    throw new InputError('kit-without-xsd', 'the kit has no CDA_extended.xsd', {
      at: { file: files.directory },
    });
  return compileXsd({
    main: path,
    resolve: (from, address) => files.resolve(from, address),
    read: (one) => files.read(one),
  });
}

function resultOf(
  ruleSet: KitRuleSet,
  rules: CompiledRuleSet,
  seen: SeenLibrary,
  document: XmlDocument,
): RuleSetResult {
  const judgement = judgeDocument(rules, document);
  const { missing, title } = rules.source;
  const incomplete = missing.length > 0 || judgement.unjudged.length > 0;
  return {
    ruleSet: ruleSet.id,
    file: ruleSet.file,
    title,
    status: judgement.fired === 0 ? 'unexercised' : incomplete ? 'partial' : 'judged',
    ...judgement,
    missing,
    rebuilt: seen.rebuilt(),
    absentDocuments: seen.absent(),
  };
}

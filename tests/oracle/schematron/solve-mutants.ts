import type { CompiledRuleSet, RunnableRule } from '../../../src/formats/schematron/compile-rule-set.ts';
import { judgeDocument } from '../../../src/formats/schematron/judge-document.ts';
import { ruleCandidates } from '../../../src/formats/schematron/rule-candidates.ts';
import { indexOf } from '../../../src/formats/xpath/document-index.ts';
import type { XmlDocument, XmlNode } from '../../../src/formats/xml/xml-node.ts';
import type { DocumentLibrary } from '../../../src/formats/xpath/xpath-context.ts';
import { coverRule } from './cover-rule.ts';
import { ruleTaking } from './judge-node.ts';
import { earlierRules, whyUnfailable, type Unfailable } from './prove-unfailable.ts';
import { readRulesOf, type ReadRule } from './read-rule.ts';
import { trimmed, type Scene } from './trim-document.ts';

/** A mutant that made some assertion fail for the first time. */
export interface SolvedMutant {
  /** Name of the example it comes from. */
  readonly from: string;
  readonly text: string;
  /** Assertions, as `pattern rule item`. */
  readonly breaks: readonly string[];
}

export interface Solution {
  readonly mutants: readonly SolvedMutant[];
  /** Assertions that some example reaches. */
  readonly reached: ReadonlySet<string>;
  /** Of those, the ones that fail on an example or a mutant. */
  readonly failed: ReadonlySet<string>;
  /** Of those reached, the ones that are proved never to fail. */
  readonly unfailable: ReadonlyMap<string, Unfailable>;
}

/**
 * Mutants that make as many reached assertions of a rule set fail as can be found. Each is a cut-down example with the
 * edits that a search by repairs found; our engine alone says what fails. No randomness, no clock: the same documents
 * give the same mutants.
 */
export function solveMutants(
  set: CompiledRuleSet,
  library: DocumentLibrary,
  documents: readonly XmlDocument[],
): Solution {
  const read = readRulesOf(set.source, library, usualValues(documents));
  const failed = new Set<string>();
  for (const document of documents) for (const key of failuresOf(set, document)) failed.add(key);
  const places = reachedPlaces(set, documents);
  const mutants: SolvedMutant[] = [];
  const unfailable = new Map<string, Unfailable>();
  for (const place of places) {
    const rule = read(place.pattern, place.rule);
    if (rule === undefined) continue;
    const keyOf = (item: number): string => `${place.pattern} ${place.rule} ${item}`;
    for (const [item, why] of provedOf(set, place, read)) unfailable.set(keyOf(item), why);
    const isWanted = (item: number): boolean => !failed.has(keyOf(item)) && !unfailable.has(keyOf(item));
    for (const node of place.nodes) {
      const wanted = new Set(rule.assertions.map((one) => one.item).filter(isWanted));
      if (wanted.size === 0) break;
      const scene = sceneOf(set, place, node);
      if (scene === undefined) continue;
      for (const { document } of coverRule({ set, ...place, read: rule, effort }, scene, wanted)) {
        const breaks = failuresOf(set, document).filter((key) => !failed.has(key));
        for (const key of breaks) failed.add(key);
        if (breaks.length > 0) mutants.push({ from: document.file, text: document.source, breaks });
      }
    }
  }
  return { mutants, reached: reachedAssertions(set, places), failed, unfailable };
}

function failuresOf(set: CompiledRuleSet, document: XmlDocument): readonly string[] {
  return [...new Set(judgeDocument(set, document).findings.map((one) => one.index.join(' ')))];
}

function reachedAssertions({ source }: CompiledRuleSet, places: readonly Place[]): ReadonlySet<string> {
  const reached = new Set<string>();
  for (const { pattern, rule } of places)
    for (const [item, { k }] of (source.patterns[pattern]?.rules[rule]?.items ?? []).entries())
      if (k !== 'let') reached.add(`${pattern} ${rule} ${item}`);
  return reached;
}

function provedOf(
  { source }: CompiledRuleSet,
  { pattern, rule }: Place,
  read: (pattern: number, rule: number) => ReadRule | undefined,
): readonly (readonly [number, Unfailable])[] {
  const own = read(pattern, rule);
  const from = source.patterns[pattern];
  if (own === undefined || from === undefined) return [];
  const earlier = earlierRules(from, rule, (at) => read(pattern, at));
  return own.assertions.flatMap((assertion) => {
    const why = whyUnfailable({ rule: own, assertion, earlier });
    return why === undefined ? [] : [[assertion.item, why] as const];
  });
}

/** The commonest values that documents give each attribute. */
function usualValues(documents: readonly XmlDocument[]): (attribute: string) => readonly string[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { elements } of documents)
    for (const { name, value } of elements.flatMap((one) => one.attributes)) {
      const ofName = counts.get(name) ?? new Map<string, number>();
      counts.set(name, ofName.set(value, (ofName.get(value) ?? 0) + 1));
    }
  const known = new Map<string, readonly string[]>();
  return (attribute) => {
    const values =
      known.get(attribute) ??
      [...(counts.get(attribute) ?? [])]
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .slice(0, 12)
        .map(([value]) => value);
    known.set(attribute, values);
    return values;
  };
}

const effort = { joining: 40, alone: 300 };

function sceneOf(set: CompiledRuleSet, { pattern, rule }: Place, node: XmlNode): Scene | undefined {
  for (const trimming of [
    { inside: 60, beside: 12 },
    { inside: 300, beside: 80 },
    { inside: 5000, beside: 5000 },
  ]) {
    const scene = trimmed(node, trimming);
    if (scene !== undefined && ruleTaking(set, pattern, scene.node)?.at === rule) return scene;
  }
  return undefined;
}

interface Place {
  readonly pattern: number;
  readonly rule: number;
  /** A few, of different documents where there are. */
  readonly nodes: readonly XmlNode[];
}

const placesPerRule = 3;

function reachedPlaces(set: CompiledRuleSet, documents: readonly XmlDocument[]): readonly Place[] {
  const places = new Map<string, { pattern: number; rule: number; nodes: XmlNode[] }>();
  for (const document of documents) {
    const taken = new Set<string>();
    for (const { pattern, rule, node } of firings(set, document)) {
      const key = `${pattern} ${rule.at}`;
      const place = places.get(key) ?? { pattern, rule: rule.at, nodes: [] };
      places.set(key, place);
      if (taken.has(key) || place.nodes.length >= placesPerRule) continue;
      taken.add(key);
      place.nodes.push(node);
    }
  }
  return [...places.values()].sort((a, b) => a.pattern - b.pattern || a.rule - b.rule);
}

function firings(
  set: CompiledRuleSet,
  document: XmlDocument,
): readonly { readonly pattern: number; readonly rule: RunnableRule; readonly node: XmlNode }[] {
  const found: { pattern: number; rule: RunnableRule; node: XmlNode }[] = [];
  const tried = new Set<XmlNode>();
  for (const { at, rules } of set.patterns) {
    tried.clear();
    for (const rule of rules) {
      const compiled = rule.context();
      if (!('alternatives' in compiled)) continue;
      for (const { selector } of compiled.alternatives)
        for (const node of ruleCandidates({ document, index: indexOf(document) }, selector)) {
          if (tried.has(node)) continue;
          tried.add(node);
          const taking = ruleTaking(set, at, node);
          if (taking !== undefined) found.push({ pattern: at, rule: taking, node });
        }
    }
  }
  return found;
}

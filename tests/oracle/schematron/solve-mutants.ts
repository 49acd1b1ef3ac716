import type { CompiledRuleSet, RunnableRule } from '../../../src/formats/schematron/compile-rule-set.ts';
import { judgeDocument } from '../../../src/formats/schematron/judge-document.ts';
import { ruleCandidates } from '../../../src/formats/schematron/rule-candidates.ts';
import { indexOf } from '../../../src/formats/xpath/document-index.ts';
import { parseXml } from '../../../src/formats/xml/parse-xml.ts';
import type { XmlDocument, XmlNode } from '../../../src/formats/xml/xml-node.ts';
import type { XPathContext } from '../../../src/formats/xpath/xpath-context.ts';
import { XPathError } from '../../../src/formats/xpath/xpath-error.ts';
import { waysToBreak } from './break-assertion.ts';
import { edited, touch, type Edit } from './edit-source.ts';

/** A mutant that made some assertion fail for the first time. */
export interface SolvedMutant {
  readonly from: XmlDocument;
  readonly text: string;
  /** Assertions, as `pattern rule item`. */
  readonly breaks: readonly string[];
}

interface Goal {
  readonly key: string;
  readonly document: XmlDocument;
  readonly way: readonly Edit[];
}

export interface SolveOptions {
  readonly random: () => number;
  readonly rounds: number;
  /** Most documents to judge; a count, not a time, so that a seed gives the same mutants everywhere. */
  readonly budget: number;
}

/**
 * Mutants that make as many reached assertions of a rule set fail as can be found: in each round every assertion
 * that never failed tries its next edit, edits that do not touch share a document, and our engine says what broke.
 */
export function solveMutants(
  set: CompiledRuleSet,
  documents: readonly XmlDocument[],
  { random, rounds, budget }: SolveOptions,
): readonly SolvedMutant[] {
  const failed = new Set<string>();
  const waiting = new Map<string, Goal[]>();
  const places = reachedPlaces(set, documents, failed);
  for (const [key, { rule, item, nodes }] of places)
    if (!failed.has(key))
      waiting.set(
        key,
        interleave(
          nodes.map(({ document, node }) =>
            waysToBreak(rule.source, item, node, set.source).map((way) => ({ key, document, way })),
          ),
        )
          .slice(0, 90)
          .reverse(),
      );
  const mutants: SolvedMutant[] = [];
  let judged = 0;
  for (let round = 0; round < rounds && waiting.size > 0 && judged < budget; round += 1) {
    const next: Goal[] = [];
    for (const [key, goals] of waiting) {
      const goal = goals.pop();
      if (goal === undefined || failed.has(key)) waiting.delete(key);
      else next.push(goal);
    }
    const size = round % 3 === 2 ? 6 : 25;
    for (const { document, edits } of packed(next, size, random)) {
      const text = edited(document.source, edits);
      const breaks = failuresOf(set, text)?.filter((key) => !failed.has(key)) ?? [];
      for (const key of breaks) failed.add(key);
      if (breaks.length > 0) mutants.push({ from: document, text, breaks });
      judged += 1;
      if (judged >= budget) break;
    }
  }
  return mutants;
}

interface Place {
  readonly rule: RunnableRule;
  readonly item: number;
  readonly nodes: { readonly document: XmlDocument; readonly node: XmlNode }[];
}

function reachedPlaces(
  set: CompiledRuleSet,
  documents: readonly XmlDocument[],
  failed: Set<string>,
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const document of documents) {
    for (const one of judgeDocument(set, document).findings) failed.add(one.index.join(' '));
    for (const { pattern, rule, node } of firings(set, document))
      for (const [item, { k }] of rule.source.items.entries()) {
        if (k === 'let') continue;
        const key = `${pattern} ${rule.at} ${item}`;
        const place = places.get(key) ?? { rule, item, nodes: [] };
        places.set(key, place);
        if (place.nodes.length < 3) place.nodes.push({ document, node });
      }
  }
  return places;
}

function firings(
  set: CompiledRuleSet,
  document: XmlDocument,
): readonly { readonly pattern: number; readonly rule: RunnableRule; readonly node: XmlNode }[] {
  const context: XPathContext = {
    item: document,
    position: 1,
    size: 1,
    ruleItem: document,
    locals: [],
    globals: new Array<undefined>(set.globals).fill(undefined),
    document,
  };
  return set.patterns.flatMap(({ at, rules }) => {
    const claimed = new Map<XmlNode, RunnableRule>();
    for (const rule of rules) {
      const compiled = rule.context();
      if (compiled instanceof XPathError) continue;
      for (const { selector, matches } of compiled.alternatives)
        for (const node of ruleCandidates({ document, index: indexOf(document) }, selector))
          if (!claimed.has(node) && matchesQuietly(matches, context, node)) claimed.set(node, rule);
    }
    return [...claimed].map(([node, rule]) => ({ pattern: at, rule, node }));
  });
}

function matchesQuietly(
  matches: (context: XPathContext, node: XmlNode) => boolean,
  context: XPathContext,
  node: XmlNode,
): boolean {
  try {
    context.ruleItem = node;
    return matches(context, node);
  } catch (error) {
    // As in judging: a context that cannot be evaluated does not match.
    if (error instanceof XPathError) return false;
    throw error;
  }
}

function packed(
  goals: readonly Goal[],
  size: number,
  random: () => number,
): readonly { readonly document: XmlDocument; readonly edits: readonly Edit[] }[] {
  const open = new Map<XmlDocument, Edit[][]>();
  for (const { document, way } of shuffled(goals, random)) {
    const packs = open.get(document) ?? [];
    open.set(document, packs);
    const fits = (pack: readonly Edit[]): boolean =>
      pack.length < size && !way.some((edit) => pack.some((one) => touch(one, edit)));
    const pack = packs.slice(-12).find(fits);
    if (pack === undefined) packs.push([...way]);
    else pack.push(...way);
  }
  return [...open].flatMap(([document, packs]) => packs.map((edits) => ({ document, edits })));
}

/** Fisher-Yates, so that the seed alone decides the order. */
export function shuffled<T>(list: readonly T[], random: () => number): readonly T[] {
  const out = [...list];
  for (let at = out.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [out[at], out[other]] = [out[other] as T, out[at] as T];
  }
  return out;
}

function failuresOf(set: CompiledRuleSet, text: string): readonly string[] | undefined {
  let document: XmlDocument;
  try {
    document = parseXml(Buffer.from(text.replace(/encoding="[^"]*"/, 'encoding="UTF-8"')));
  } catch {
    return undefined;
  }
  return [...new Set(judgeDocument(set, document).findings.map((one) => one.index.join(' ')))];
}

function interleave<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => (at < list.length ? [list[at] as T] : [])),
  ).flat();
}

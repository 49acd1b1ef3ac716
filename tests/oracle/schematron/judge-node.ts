import type { CompiledRuleSet, RunnableRule } from '../../../src/formats/schematron/compile-rule-set.ts';
import { documentOf } from '../../../src/formats/xpath/document-index.ts';
import { withFocus } from '../../../src/formats/xpath/focus.ts';
import type { XPathContext } from '../../../src/formats/xpath/xpath-context.ts';
import { XPathError } from '../../../src/formats/xpath/xpath-error.ts';
import type { PatternSelector } from '../../../src/formats/xpath/compile-pattern.ts';
import type { XmlNode } from '../../../src/formats/xml/xml-node.ts';

/** The rule of a pattern that takes a node, as judging the whole document would say. */
export function ruleTaking(set: CompiledRuleSet, pattern: number, node: XmlNode): RunnableRule | undefined {
  const context = contextFor(set, node);
  const named = rulesByName(set, pattern);
  const candidates = [...(named.get('name' in node ? node.name : '') ?? []), ...(named.get('*') ?? [])];
  let first: RunnableRule | undefined;
  for (const rule of candidates)
    if ((first === undefined || rule.at < first.at) && matches(rule, context, node)) first = rule;
  return first;
}

function matches(rule: RunnableRule, context: XPathContext, node: XmlNode): boolean {
  const compiled = rule.context();
  if (compiled instanceof XPathError) return false;
  return compiled.alternatives.some((one) => {
    try {
      return one.matches(context, node);
    } catch (error) {
      // As in judging: a context that cannot be evaluated does not match.
      if (error instanceof XPathError) return false;
      throw error;
    }
  });
}

const tables = new WeakMap<CompiledRuleSet, Map<number, ReadonlyMap<string, readonly RunnableRule[]>>>();

function rulesByName(set: CompiledRuleSet, pattern: number): ReadonlyMap<string, readonly RunnableRule[]> {
  const ofSet = tables.get(set) ?? new Map<number, ReadonlyMap<string, readonly RunnableRule[]>>();
  tables.set(set, ofSet);
  const known = ofSet.get(pattern);
  if (known !== undefined) return known;
  const table = new Map<string, RunnableRule[]>();
  for (const rule of set.patterns[pattern]?.rules ?? []) {
    const compiled = rule.context();
    if (compiled instanceof XPathError) continue;
    for (const name of new Set(compiled.alternatives.map(({ selector }) => nameOf(selector)))) {
      const bucket = table.get(name);
      if (bucket === undefined) table.set(name, [rule]);
      else bucket.push(rule);
    }
  }
  ofSet.set(pattern, table);
  return table;
}

function nameOf({ kind, local }: PatternSelector): string {
  return kind === 'element' || kind === 'attribute' ? local : '*';
}

/** The items of a rule that fail at a node which the rule takes. */
export function failingItems(set: CompiledRuleSet, rule: RunnableRule, node: XmlNode): ReadonlySet<number> {
  const context = contextFor(set, node);
  const { assertions, slots } = rule.body();
  context.locals.push(...new Array<undefined>(slots).fill(undefined));
  const failing = new Set<number>();
  for (const { at, source, test } of assertions)
    try {
      if (
        !(test instanceof XPathError) &&
        withFocus(context, node, 1, 1, test.test) === (source.k === 'report')
      )
        failing.add(at);
    } catch (error) {
      // Unjudged: no failure.
      if (!(error instanceof XPathError)) throw error;
    }
  return failing;
}

function contextFor(set: CompiledRuleSet, node: XmlNode): XPathContext {
  return {
    item: node,
    position: 1,
    size: 1,
    ruleItem: node,
    locals: [],
    globals: new Array<undefined>(set.globals).fill(undefined),
    document: documentOf(node),
  };
}

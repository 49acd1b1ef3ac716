import type { XmlNode } from '../xml/xml-node.ts';
import { compileXPath } from './compile-xpath.ts';
import { applyPredicate, isPositional } from './filter-predicates.ts';
import { withFocus } from './focus.ts';
import { compileNodeTest, type NodeTest } from './walk-axis.ts';
import type { CompiledXPath, XPathContext } from './xpath-context.ts';
import { XPathError } from './xpath-error.ts';
import type { XPathScope } from './xpath-scope.ts';
import type { XPathAxis, XPathExpr, XPathStep } from './xpath-syntax.ts';
import type { LookupKey } from './document-index.ts';

/** What nodes an alternative may match at all, so that others need not be tried. */
export interface PatternSelector {
  readonly kind: 'element' | 'attribute' | 'text' | 'document' | 'any';
  /** Local name, or `*`. */
  readonly local: string;
  /** Local name of the parent element, when a context of any name gives it. */
  readonly parent: string | undefined;
  /** Local names of elements that the context goes through: without any of them, nothing matches. */
  readonly through: readonly string[];
  /** Values of which the node must carry one: a child element's attribute, by name. */
  readonly childAttribute:
    | { readonly child: string; readonly namespace: string; readonly key: LookupKey; readonly value: string }
    | undefined;
}

export interface CompiledPattern {
  readonly alternatives: readonly {
    readonly selector: PatternSelector;
    readonly matches: (context: XPathContext, node: XmlNode) => boolean;
  }[];
}

interface MatchStep {
  readonly axis: XPathAxis;
  readonly passes: NodeTest;
  readonly predicates: readonly CompiledXPath[];
  /** How the step before is related to this one. */
  readonly link: 'parent' | 'ancestor' | 'self';
}

/** Compiles an XSLT 2 match pattern (section 5.5.2), the context of a rule. Throws XPathError XTSE0340. */
export function compilePattern(expr: XPathExpr, scope: XPathScope): CompiledPattern {
  return { alternatives: alternativesOf(expr).map((one) => compileAlternative(one, scope)) };
}

function alternativesOf(expr: XPathExpr): readonly XPathExpr[] {
  return expr.k === 'set' && expr.op === 'union'
    ? [...alternativesOf(expr.left), ...alternativesOf(expr.right)]
    : [expr];
}

function compileAlternative(expr: XPathExpr, scope: XPathScope): CompiledPattern['alternatives'][number] {
  if (expr.k !== 'path' || expr.start !== undefined)
    throw new XPathError('XTSE0340', 'the context of a rule is no match pattern');
  const steps: MatchStep[] = [];
  let link: MatchStep['link'] = 'parent';
  for (const step of expr.steps) {
    if (isAnyDescendant(step)) {
      link = 'ancestor';
      continue;
    }
    if (step.k !== 'axis' || !['child', 'attribute', 'self', 'descendant'].includes(step.axis))
      throw new XPathError('XTSE0340', 'a step that match patterns do not have');
    steps.push({
      axis: step.axis,
      passes: compileNodeTest(step.test, step.axis),
      predicates: step.predicates.map((predicate) => compileXPath(predicate, scope)),
      link: step.axis === 'descendant' ? 'ancestor' : step.axis === 'self' ? 'self' : link,
    });
    link = 'parent';
  }
  const { root } = expr;
  const matches = (context: XPathContext, node: XmlNode): boolean =>
    steps.length === 0 ? node.kind === 'document' : matchesFrom(context, node, steps, steps.length - 1, root);
  return { selector: selectorOf(expr.steps), matches };
}

function isAnyDescendant(step: XPathStep): boolean {
  return (
    step.k === 'axis' &&
    step.axis === 'descendant-or-self' &&
    step.test.k === 'kind' &&
    step.test.kind === 'node' &&
    step.predicates.length === 0
  );
}

function matchesFrom(
  context: XPathContext,
  node: XmlNode,
  steps: readonly MatchStep[],
  at: number,
  rooted: boolean,
): boolean {
  const step = steps[at];
  if (step === undefined) return false;
  if (!step.passes(node)) return false;
  const { parent } = node;
  // Names of the ancestors are cheaper than predicates: look at them first.
  if (step.link === 'parent' && at > 0 && (parent === undefined || steps[at - 1]?.passes(parent) !== true))
    return false;
  if (!passesPredicates(context, node, step)) return false;
  if (at === 0) {
    if (!rooted || step.link === 'ancestor') return !rooted || parent !== undefined;
    return parent?.kind === 'document';
  }
  if (step.link === 'self') return matchesFrom(context, node, steps, at - 1, rooted);
  for (let one: XmlNode | undefined = parent; one !== undefined; one = one.parent) {
    if (matchesFrom(context, one, steps, at - 1, rooted)) return true;
    if (step.link === 'parent') return false;
  }
  return false;
}

function passesPredicates(context: XPathContext, node: XmlNode, step: MatchStep): boolean {
  const { predicates } = step;
  if (predicates.length === 0) return true;
  if (!predicates.some(isPositional)) {
    for (const predicate of predicates) if (!withFocus(context, node, 1, 1, predicate.test)) return false;
    return true;
  }
  const { parent } = node;
  const siblings: readonly XmlNode[] =
    parent === undefined ? [node] : node.kind === 'attribute' ? node.parent.attributes : parent.children;
  let kept = siblings.filter(step.passes);
  for (const predicate of predicates) kept = [...applyPredicate(context, kept, predicate)];
  return kept.includes(node);
}

function selectorOf(steps: readonly XPathStep[]): PatternSelector {
  const step = steps.at(-1);
  const any: Omit<PatternSelector, 'kind'> = {
    local: '*',
    parent: undefined,
    through: throughOf(steps),
    childAttribute: undefined,
  };
  if (step === undefined) return { ...any, kind: 'document' };
  if (step.k !== 'axis') return { ...any, kind: 'any' };
  const { test } = step;
  if (test.k === 'name')
    return {
      ...any,
      kind: step.axis === 'attribute' ? 'attribute' : 'element',
      local: test.local,
      parent: parentNameOf(steps),
      childAttribute: step.predicates.map(childAttributeOf).find((one) => one !== undefined),
    };
  const kind =
    test.kind === 'element' || test.kind === 'attribute' || test.kind === 'text' || test.kind === 'document'
      ? test.kind
      : 'any';
  return { ...any, kind: step.axis === 'attribute' ? 'attribute' : kind };
}

/** Steps of match patterns only go down: each that is named is an element above the node. */
function throughOf(steps: readonly XPathStep[]): readonly string[] {
  return steps
    .slice(0, -1)
    .flatMap((step) =>
      step.k === 'axis' && step.axis !== 'attribute' && step.test.k === 'name' && step.test.local !== '*'
        ? [step.test.local]
        : [],
    );
}

function parentNameOf(steps: readonly XPathStep[]): string | undefined {
  const [before, last] = steps.slice(-2);
  if (before?.k !== 'axis' || last?.k !== 'axis' || last.axis !== 'child') return undefined;
  return before.axis === 'child' && before.test.k === 'name' && before.test.local !== '*'
    ? before.test.local
    : undefined;
}

/** `[child/@attribute = 'value']`, how rules of CDA ask for a template. */
function childAttributeOf(predicate: XPathExpr): PatternSelector['childAttribute'] {
  let one = predicate;
  while (one.k === 'and') one = one.left;
  if (one.k !== 'general' || one.op !== '=' || one.right.k !== 'string') return undefined;
  const { left, right } = one;
  if (left.k !== 'path' || left.start !== undefined || left.root || left.steps.length !== 2) return undefined;
  const [child, attribute] = left.steps;
  if (child?.k !== 'axis' || child.axis !== 'child' || child.test.k !== 'name' || child.test.local === '*')
    return undefined;
  if (attribute?.k !== 'axis' || attribute.axis !== 'attribute' || attribute.test.k !== 'name')
    return undefined;
  const { local, namespace } = attribute.test;
  if (local === '*' || namespace === '*' || attribute.predicates.length > 0) return undefined;
  return {
    child: child.test.local,
    namespace: child.test.namespace,
    key: { k: 'attribute', local, namespace },
    value: right.value,
  };
}

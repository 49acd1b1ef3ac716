import type { XmlNode } from '../xml/xml-node.ts';
import { documentOf, indexOf, lookupKeyOf, type LookupKey } from './document-index.ts';
import { tableTest } from './document-table.ts';
import { comparableTexts } from './compare-values.ts';
import { applyPredicate, isPositional } from './filter-predicates.ts';
import { withFocus } from './focus.ts';
import { inOrder } from './node-order.ts';
import { compileAxis, type Axis } from './walk-axis.ts';
import type { CompiledXPath, DocumentLibrary, XPathContext } from './xpath-context.ts';
import { XPathError } from './xpath-error.ts';
import type { XPathExpr, XPathStep } from './xpath-syntax.ts';
import { booleanOf, isNode, type XPathItem, type XPathSequence } from './xpath-value.ts';

type Path = Extract<XPathExpr, { k: 'path' }>;
type AxisStep = Extract<XPathStep, { k: 'axis' }>;
type Compile = (expr: XPathExpr) => CompiledXPath;

interface RunnableStep {
  readonly k: 'axis';
  readonly along: Axis;
  readonly reverse: boolean;
  readonly predicates: readonly CompiledXPath[];
  readonly lookup: Lookup | undefined;
}

/** A predicate `key = value` that an index can answer on a whole document. */
interface Lookup {
  readonly local: string;
  readonly namespace: string;
  readonly key: LookupKey;
  readonly value: CompiledXPath;
}

type Runnable = RunnableStep | { readonly k: 'each'; readonly expr: CompiledXPath };

/** A path: nodes in document order, each once; a last step may yield atomic values. */
export function compilePath(expr: Path, compile: Compile, library: DocumentLibrary): CompiledXPath {
  const start = expr.start === undefined ? undefined : compile(expr.start);
  const steps = fuse(expr.steps, compile).map((step) => runnable(step, compile));
  const begin = beginning(expr, start);
  const sequence = (c: XPathContext): XPathSequence => runSteps(c, begin(c), steps);
  const axisOnly = steps.filter((step): step is RunnableStep => step.k === 'axis');
  const last = steps.at(-1);
  const walked =
    axisOnly.length === steps.length
      ? (c: XPathContext) => {
          for (const item of begin(c)) if (reaches(c, nodeFor(item), axisOnly, 0)) return true;
          return false;
        }
      : (c: XPathContext) => booleanOf(sequence(c));
  const byTable = tableTest(expr, compile, library);
  const test = byTable === undefined ? walked : (c: XPathContext) => byTable(c) ?? walked(c);
  return {
    sequence,
    test,
    focus: start === undefined || start.focus,
    rule: start?.rule === true || steps.some(readsRule),
    numeric: last?.k === 'each' ? last.expr.numeric : 'never',
    positional: false,
  };
}

/** A predicate reads its own focus, which is the path's own; only rule variables reach in from outside. */
function readsRule(step: Runnable): boolean {
  if (step.k === 'each') return step.expr.rule;
  return step.predicates.some((predicate) => predicate.rule);
}

function beginning(expr: Path, start: CompiledXPath | undefined): (c: XPathContext) => XPathSequence {
  if (start !== undefined) return start.sequence;
  return (c) => {
    if (c.item === undefined) throw new XPathError('XPDY0002', 'no context item');
    return [expr.root ? documentOf(nodeFor(c.item)) : c.item];
  };
}

function nodeFor(item: XPathItem): XmlNode {
  if (!isNode(item)) throw new XPathError('XPTY0019', 'a path starts at nodes');
  return item;
}

/** `//name` as one descendant step, when no predicate counts positions among siblings. */
function fuse(steps: readonly XPathStep[], compile: Compile): readonly XPathStep[] {
  const fused: XPathStep[] = [];
  for (const step of steps) {
    const before = fused.at(-1);
    const opens =
      before?.k === 'axis' &&
      before.axis === 'descendant-or-self' &&
      before.test.k === 'kind' &&
      before.test.kind === 'node' &&
      before.predicates.length === 0;
    if (
      opens &&
      step.k === 'axis' &&
      step.axis === 'child' &&
      !step.predicates.some((p) => isPositional(compile(p)))
    )
      fused[fused.length - 1] = { ...step, axis: 'descendant' };
    else fused.push(step);
  }
  return fused;
}

const reverseAxes: ReadonlySet<string> = new Set([
  'parent',
  'ancestor',
  'ancestor-or-self',
  'preceding',
  'preceding-sibling',
]);

function runnable(step: XPathStep, compile: Compile): Runnable {
  if (step.k === 'each') return { k: 'each', expr: compile(step.expr) };
  return {
    k: 'axis',
    along: compileAxis(step.axis, step.test),
    reverse: reverseAxes.has(step.axis),
    predicates: step.predicates.map(compile),
    lookup: lookupOf(step, compile),
  };
}

function lookupOf(step: AxisStep, compile: Compile): Lookup | undefined {
  const { test, predicates } = step;
  if (step.axis !== 'descendant' || test.k !== 'name' || test.local === '*') return undefined;
  let first = predicates[0];
  while (first?.k === 'and') first = first.left;
  if (first?.k !== 'general' || first.op !== '=') return undefined;
  const key = lookupKeyOf(first.left);
  if (
    key === undefined ||
    (first.right.k !== 'var' && first.right.k !== 'string' && !isStringOfVariable(first.right))
  )
    return undefined;
  return { local: test.local, namespace: test.namespace, key, value: compile(first.right) };
}

function isStringOfVariable(expr: XPathExpr): boolean {
  return expr.k === 'call' && expr.name === 'string' && expr.args[0]?.k === 'var';
}

function select(context: XPathContext, node: XmlNode, step: RunnableStep): readonly XmlNode[] {
  let nodes: readonly XmlNode[] | undefined;
  if (step.lookup !== undefined && node.kind === 'document') nodes = lookUp(context, node, step.lookup);
  if (nodes === undefined) {
    const walked: XmlNode[] = [];
    step.along.walk(node, walked);
    nodes = walked;
  }
  if (step.predicates.length === 0) return nodes;
  if (!step.reverse) {
    for (const predicate of step.predicates) nodes = applyPredicate(context, nodes, predicate);
    return nodes;
  }
  nodes = [...nodes].reverse();
  for (const predicate of step.predicates) nodes = applyPredicate(context, nodes, predicate);
  return [...nodes].reverse();
}

function lookUp(context: XPathContext, node: XmlNode, lookup: Lookup): readonly XmlNode[] | undefined {
  const texts = comparableTexts(lookup.value.sequence(context));
  if (texts === undefined) return undefined;
  const index = indexOf(documentOf(node));
  const { local, namespace, key } = lookup;
  const [only] = texts;
  if (only !== undefined && texts.length === 1) return index.byValue(local, namespace, key, only);
  return inOrder(texts.flatMap((text) => index.byValue(local, namespace, key, text)));
}

function runSteps(context: XPathContext, from: XPathSequence, steps: readonly Runnable[]): XPathSequence {
  let items: XPathSequence = from;
  for (const step of steps) {
    if (items.length === 0) return items;
    items = step.k === 'axis' ? runAxis(context, items, step) : runEach(context, items, step.expr);
  }
  return items;
}

function runAxis(context: XPathContext, items: XPathSequence, step: RunnableStep): readonly XmlNode[] {
  const [only] = items;
  if (items.length === 1 && only !== undefined) return select(context, nodeFor(only), step);
  const nodes: XmlNode[] = [];
  for (const item of items) for (const node of select(context, nodeFor(item), step)) nodes.push(node);
  return inOrder(nodes);
}

function runEach(context: XPathContext, items: XPathSequence, expr: CompiledXPath): XPathSequence {
  const results: XPathItem[] = [];
  items.forEach((item, at) => {
    results.push(...withFocus(context, nodeFor(item), at + 1, items.length, expr.sequence));
  });
  return results.length > 0 && results.every(isNode) ? inOrder(results) : results;
}

/** Whether any node is at the end of the steps; stops at the first. */
function reaches(context: XPathContext, node: XmlNode, steps: readonly RunnableStep[], at: number): boolean {
  const step = steps[at];
  if (step === undefined) return true;
  const last = at === steps.length - 1;
  if (last && step.predicates.length === 0) return step.along.any(node);
  const nodes = select(context, node, step);
  if (last) return nodes.length > 0;
  for (const one of nodes) if (reaches(context, one, steps, at + 1)) return true;
  return false;
}

import type { XPathExpr, XPathStep } from '../../../src/formats/xpath/xpath-syntax.ts';
import { stringOf } from '../../../src/formats/xpath/xpath-value.ts';
import type { XmlElement, XmlNode } from '../../../src/formats/xml/xml-node.ts';
import { attributeText, elementText, usualValue, type BlueprintOptions } from './blueprint.ts';
import {
  attributeInsertion,
  attributeRemoval,
  childInsertion,
  escaped,
  outermost,
  qualifiedName,
  refilling,
  removal,
  renaming,
  siblingInsertion,
  type Edit,
} from './edit-source.ts';
import { holdsRuleNode, inTurn, resolved, type Literal, type Move, type Recur } from './literal.ts';
import { nodesAt, truthAt, valueAt } from './read-rule.ts';

type Path = Extract<XPathExpr, { k: 'path' }>;

/** Moves towards a path or filter selecting something: a near miss mended, or what it asks for written in. */
export function* presentMoves(literal: Literal, recur: Recur, value?: string): Generator<Move> {
  const own = resolved(literal);
  const { expr, node, stand } = own;
  if (expr.k === 'set') {
    yield* inTurn([expr.left, expr.right].map((one) => presentMoves({ ...own, expr: one }, recur, value)));
  } else if (expr.k === 'filter') {
    const found = nodesAt(expr.base, node, stand);
    yield* inTurn(found.slice(0, 4).map((one) => mended(own, one, expr.predicates, recur)));
    yield* presentMoves({ ...own, expr: expr.base }, recur, value);
  } else if (expr.k === 'path') yield* presentPath(own, expr, recur, value);
  else if (expr.k === 'context' && node.kind === 'element' && value !== undefined)
    yield { edits: refilling(node, escaped(value)) };
}

function* presentPath(own: Literal, path: Path, recur: Recur, value?: string): Generator<Move> {
  const { node, stand } = own;
  let levels = 0;
  for (let at = path.steps.length - 1; at >= 0 && levels < 2; at -= 1) {
    const step = path.steps[at];
    const parents = at === 0 && startsAtContext(path) ? [node] : nodesAt(upTo(path, at), node, stand);
    if (step === undefined || parents.length === 0) continue;
    levels += 1;
    if (step.k === 'each') {
      yield* inTurn(parents.slice(0, 3).map((one) => recur({ ...own, expr: step.expr, node: one })));
      continue;
    }
    const near = nodesAt(bareAt(path, at), node, stand);
    const missing = step.predicates.length > 0 ? near.slice(0, 3) : [];
    yield* inTurn([
      ...missing.map((one) => mended(own, one, step.predicates, recur)),
      ...parents
        .slice(0, 3)
        .map((one) => insertions(own, { step, rest: path.steps.slice(at + 1), parent: one, value })),
    ]);
  }
  if (path.start !== undefined && levels === 0) yield* presentMoves({ ...own, expr: path.start }, recur);
}

function startsAtContext({ start, root }: Path): boolean {
  return !root && (start === undefined || start.k === 'context');
}

/** Moves for the first predicate that a near miss fails. */
function* mended(
  own: Literal,
  node: XmlNode,
  predicates: readonly XPathExpr[],
  recur: Recur,
): Generator<Move> {
  const failed = predicates.find((one) => one.k !== 'number' && truthAt(one, node, own.stand) !== true);
  if (failed !== undefined) yield* recur({ ...own, expr: failed, node, want: true });
}

const parts = new WeakMap<XPathExpr, Map<string, Path>>();

/** A path derived from another, the same object each time so that it is compiled once. */
function derived(path: Path, key: string, make: () => Path): Path {
  const known = parts.get(path) ?? new Map<string, Path>();
  parts.set(path, known);
  const one = known.get(key) ?? make();
  known.set(key, one);
  return one;
}

/** A path without its steps from an index on. */
export function upTo(path: Path, at: number): Path {
  return derived(path, `to ${at}`, () => ({ ...path, steps: path.steps.slice(0, at) }));
}

/** A path up to and with a step, of which the predicates are left out. */
function bareAt(path: Path, at: number): Path {
  return derived(path, `bare ${at}`, () => ({
    ...path,
    steps: path.steps
      .slice(0, at + 1)
      .map((step, index) => (index === at && step.k === 'axis' ? { ...step, predicates: [] } : step)),
  }));
}

interface Insertion {
  readonly step: Extract<XPathStep, { k: 'axis' }>;
  readonly rest: readonly XPathStep[];
  readonly parent: XmlNode;
  readonly value: string | undefined;
}

function* insertions(own: Literal, { step, rest, parent, value }: Insertion): Generator<Move> {
  if (parent.kind !== 'element') return;
  const { test, axis } = step;
  const options = blueprintOptions(own, parent, value);
  if (axis === 'attribute') {
    if (test.k !== 'name') return;
    const local = test.local === '*' ? 'zzz' : test.local;
    if (parent.attributes.some((one) => one.name === local && one.namespace === test.namespace)) return;
    const named = { ...test, local };
    yield {
      edits: attributeInsertion(parent, attributeText(named, value ?? usualValue(local), options.prefixOf)),
    };
    return;
  }
  if (axis === 'self' || axis === 'parent' || axis === 'ancestor' || axis === 'ancestor-or-self') {
    const target = axis === 'self' || axis === 'ancestor-or-self' ? parent : parent.parent;
    if (test.k === 'name' && test.local !== '*' && target.kind === 'element' && target.name !== test.local)
      yield { edits: renaming(target, withPrefix(target, test.local)) };
    return;
  }
  if (test.k === 'kind' && test.kind === 'text') {
    yield { edits: childInsertion(parent, escaped(value ?? 'zzz')) };
    return;
  }
  yield* elementInsertions({ step, rest }, parent, options);
}

function* elementInsertions(
  { step, rest }: Pick<Insertion, 'step' | 'rest'>,
  parent: XmlElement,
  options: BlueprintOptions,
): Generator<Move> {
  const whole: XPathStep =
    step.test.k === 'kind' ? { ...step, test: { k: 'name', local: '*', namespace: '*' } } : step;
  const seen = new Set<string>(['']);
  for (const choice of [0, 1, 2]) {
    const text = elementText(whole, rest, { ...options, choice });
    if (seen.has(text)) continue;
    seen.add(text);
    if (step.axis === 'following-sibling') yield { edits: siblingInsertion(parent, text) };
    else if (step.axis === 'preceding-sibling' && parent.parent.kind === 'element')
      yield { edits: [{ from: parent.offset, to: parent.offset, text }] };
    else yield { edits: childInsertion(parent, text) };
  }
}

function withPrefix({ prefix }: XmlElement, local: string): string {
  return prefix === '' ? local : `${prefix}:${local}`;
}

function blueprintOptions(
  { node, stand }: Literal,
  parent: XmlElement,
  value: string | undefined,
): BlueprintOptions {
  return {
    value,
    choice: 0,
    prefixOf: (namespace) =>
      [...parent.scope.keys()].find((prefix) => prefix !== '' && parent.scope.get(prefix) === namespace),
    read: (expr) => {
      // Anything that reads the context would read the wrong node here.
      if (expr.k === 'path' && !expr.root && expr.start?.k !== 'call') return undefined;
      if (expr.k === 'context' || expr.k === 'call') return undefined;
      const [first] = valueAt(expr, node, stand) ?? [];
      return first === undefined ? undefined : stringOf(first);
    },
  };
}

/** Moves towards a path or filter selecting nothing: what it selects taken out, renamed, or made not to fit. */
export function* absentMoves(literal: Literal, recur: Recur): Generator<Move> {
  const own = resolved(literal);
  const { expr, node, stand } = own;
  const last = expr.k === 'path' ? expr.steps.at(-1) : undefined;
  if (expr.k === 'path' && last?.k === 'each') {
    const before = nodesAt(upTo(expr, expr.steps.length - 1), node, stand);
    yield* inTurn(before.slice(0, 4).map((one) => recur({ ...own, expr: last.expr, node: one })));
    return;
  }
  const nodes = nodesAt(expr, node, stand).slice(0, 60);
  const predicates = expr.k === 'filter' ? expr.predicates : last?.k === 'axis' ? last.predicates : [];
  yield* wholesale(nodes, own);
  for (const one of nodes.slice(0, 1))
    yield* inTurn(predicates.map((predicate) => recur({ ...own, expr: predicate, node: one, want: false })));
  if (expr.k === 'path')
    for (let at = expr.steps.length - 1; at > 0; at -= 1)
      yield* wholesale(nodesAt(upTo(expr, at), node, stand).slice(0, 60), own);
}

/** Every node taken out, or renamed. */
function* wholesale(nodes: readonly XmlNode[], { stand }: Literal): Generator<Move> {
  const elements = nodes.filter((one) => one.kind === 'element');
  const removable = !elements.some((one) => holdsRuleNode(one, stand));
  if (removable && nodes.length > 0) yield { edits: outermost(nodes.flatMap(takenOut)) };
  const renamed = elements.flatMap((one) => renaming(one, withPrefix(one, otherName(one))));
  if (renamed.length > 0 && elements.length === nodes.length) yield { edits: renamed };
}

function otherName(element: XmlElement): string {
  return qualifiedName(element).endsWith('zzz') ? 'yyy' : 'zzz';
}

function takenOut(node: XmlNode): readonly Edit[] {
  if (node.kind === 'element') return removal(node);
  if (node.kind === 'attribute') return attributeRemoval(node);
  return node.kind === 'text' ? refilling(node.parent, '') : [];
}

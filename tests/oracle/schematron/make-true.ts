import { compileXPath } from '../../../src/formats/xpath/compile-xpath.ts';
import { compileAxis } from '../../../src/formats/xpath/walk-axis.ts';
import { documentOf } from '../../../src/formats/xpath/document-index.ts';
import { XPathError } from '../../../src/formats/xpath/xpath-error.ts';
import type { XPathExpr, XPathStep } from '../../../src/formats/xpath/xpath-syntax.ts';
import type { XmlNode } from '../../../src/formats/xml/xml-node.ts';
import { elementText } from './element-text.ts';
import {
  attributeInsertion,
  attributeRemoval,
  childInsertion,
  doubling,
  escaped,
  refilling,
  removal,
  revaluing,
  type Edit,
} from './edit-source.ts';

type Way = readonly Edit[];
type Path = Extract<XPathExpr, { k: 'path' }>;
type Comparison = Extract<XPathExpr, { k: 'general' | 'value' }>;

const xsi = 'http://www.w3.org/2001/XMLSchema-instance';
const most = 10;

/** What an expression stands in: the node of the rule and the lets before it. */
export interface Standing {
  readonly ruleNode: XmlNode;
  readonly lets: ReadonlyMap<string, XPathExpr>;
}

/**
 * Alternative sets of edits after which an expression should have the wanted effective boolean value at a node; an
 * empty set says that it has it already. The inverse of evaluation where it is plain, nothing elsewhere.
 */
export function makeTrue(expr: XPathExpr, node: XmlNode, want: boolean, standing: Standing): readonly Way[] {
  if (truthOf(expr, node, standing) === want) return [[]];
  const make = (part: XPathExpr, wanted: boolean): readonly Way[] => makeTrue(part, node, wanted, standing);
  switch (expr.k) {
    case 'and':
    case 'or':
      return (expr.k === 'and') === want
        ? both(make(expr.left, want), make(expr.right, want))
        : [...make(expr.left, want), ...make(expr.right, want)].slice(0, most);
    case 'if':
      return [
        ...both(make(expr.test, true), make(expr.then, want)),
        ...both(make(expr.test, false), make(expr.else, want)),
      ].slice(0, most);
    case 'var': {
      const value = standing.lets.get(expr.name);
      return value === undefined ? [] : makeTrue(value, standing.ruleNode, want, standing);
    }
    case 'set':
      if (expr.op !== 'union') return [];
      return want
        ? [...make(expr.left, true), ...make(expr.right, true)]
        : both(make(expr.left, false), make(expr.right, false));
    case 'call':
      return makeCall(expr, node, want, standing);
    case 'general':
    case 'value':
      return makeComparison(expr, node, want, standing);
    case 'path':
      return want ? makePresent(expr, node, standing) : makeAbsent(expr, node, standing);
    case 'some':
    case 'every':
      return expr.in.k === 'path'
        ? nodesOf(expr.in, node, standing)
            .slice(0, 3)
            .flatMap((one) =>
              makeTrue(expr.satisfies, one, want, {
                ...standing,
                lets: new Map(standing.lets).set(expr.variable, { k: 'context' }),
                ruleNode: one,
              }),
            )
        : [];
    default:
      return [];
  }
}

function makeCall(
  expr: Extract<XPathExpr, { k: 'call' }>,
  node: XmlNode,
  want: boolean,
  standing: Standing,
): readonly Way[] {
  const [first, second] = expr.args;
  if (first === undefined) return [];
  switch (expr.name) {
    case 'not':
    case 'empty':
      return makeTrue(first, node, !want, standing);
    case 'exists':
    case 'boolean':
      return makeTrue(first, node, want, standing);
    case 'matches':
    case 'contains':
    case 'starts-with': {
      const text = second?.k === 'string' ? sampleOf(second.value) : 'zzz';
      return setValue(first, node, want ? text : 'z z§', standing);
    }
    default:
      return [];
  }
}

/** A text that simple patterns match; a try, as every other. */
function sampleOf(pattern: string): string {
  const uuid = 'A0A0A0A0-1111-4222-8333-444444444444';
  return pattern.includes('A-F') ? uuid : pattern.replace(/[\^$()|?*+\\[\]{}].*/, '');
}

function makeComparison(expr: Comparison, node: XmlNode, want: boolean, standing: Standing): readonly Way[] {
  const { op, left, right } = expr;
  if (right.k === 'number') {
    if (left.k === 'call' && left.name === 'count' && left.args[0] !== undefined)
      return makeCount(left.args[0], node, standing, (count) => compare(op, count, right.value) === want);
    if (left.k === 'call' && left.name === 'string-length' && left.args[0] !== undefined) {
      const length = [0, 1, right.value, right.value + 1].find(
        (one) => compare(op, one, right.value) === want,
      );
      return length === undefined ? [] : setValue(left.args[0], node, 'z'.repeat(length), standing);
    }
    if (left.k === 'var' || left.k === 'call') {
      const value = left.k === 'var' ? standing.lets.get(left.name) : left.args[0];
      if (value !== undefined)
        return left.k === 'var'
          ? makeComparison({ ...expr, left: value }, standing.ruleNode, want, standing)
          : [];
    }
    const value = [0, 1, right.value, right.value + 1, -1].find(
      (one) => compare(op, one, right.value) === want,
    );
    return value === undefined ? [] : setValue(left, node, String(value), standing);
  }
  const literal = right.k === 'sequence' ? right.items[0] : right;
  if (literal?.k === 'string')
    return setValue(left, node, (op === '=') === want ? literal.value : `${literal.value}zzz`, standing);
  return [...setValue(left, node, 'zzz', standing), ...setValue(right, node, 'zzz', standing)];
}

function compare(op: Comparison['op'], a: number, b: number): boolean {
  const order = Math.sign(a - b);
  return {
    '=': order === 0,
    '!=': order !== 0,
    '<': order < 0,
    '<=': order <= 0,
    '>': order > 0,
    '>=': order >= 0,
  }[op];
}

function makeCount(
  counted: XPathExpr,
  node: XmlNode,
  standing: Standing,
  fits: (count: number) => boolean,
): readonly Way[] {
  if (counted.k === 'var') {
    const value = standing.lets.get(counted.name);
    return value === undefined ? [] : makeCount(value, standing.ruleNode, standing, fits);
  }
  if (counted.k === 'set')
    return [
      ...makeCount(counted.left, node, standing, fits),
      ...makeCount(counted.right, node, standing, fits),
    ];
  if (counted.k !== 'path') return [];
  const found = nodesOf(counted, node, standing).filter((one) => one.kind === 'element');
  const ways: Way[] = [];
  if (fits(0)) ways.push(...makeAbsent(counted, node, standing));
  const [first] = found;
  if (first !== undefined && fits(found.length + 1)) ways.push(doubling(first));
  if (first !== undefined && fits(found.length - 1)) ways.push(removal(first));
  for (const wanted of [1, 2, 3])
    if (fits(wanted))
      for (const way of insertions(counted, node, standing))
        ways.push(...[Array.from({ length: wanted }, () => way).flat()]);
  return ways.slice(0, most);
}

/** Gives what an expression reads a text, by its first node or by inserting it. */
function setValue(expr: XPathExpr, node: XmlNode, value: string, standing: Standing): readonly Way[] {
  switch (expr.k) {
    case 'var': {
      const inner = standing.lets.get(expr.name);
      return inner === undefined ? [] : setValue(inner, standing.ruleNode, value, standing);
    }
    case 'call':
      return expr.args.flatMap((arg) => setValue(arg, node, value, standing)).slice(0, 3);
    case 'context':
      return valueWays(node, value);
    case 'path': {
      const found = nodesOf(expr, node, standing);
      if (found.length > 0) {
        const each = found.slice(0, 6).map((one) => valueWays(one, value));
        return [each.flatMap((ways) => ways[0] ?? []), ...(each[0] ?? [])];
      }
      return insertions(expr, node, standing, value);
    }
    default:
      return [];
  }
}

function valueWays(node: XmlNode, value: string): readonly Way[] {
  if (node.kind === 'attribute') return [revaluing(node, value)];
  return node.kind === 'element' ? [refilling(node, escaped(value))] : [];
}

function makePresent(expr: Path, node: XmlNode, standing: Standing): readonly Way[] {
  const bare = bareOf(expr);
  const last = expr.steps.at(-1);
  const ways: Way[] = [];
  if (last?.k === 'axis' && last.predicates.length > 0)
    for (const one of nodesOf(bare, node, standing).slice(0, 2))
      ways.push(
        ...last.predicates.reduce<readonly Way[]>(
          (sum, p) => both(sum, makeTrue(p, one, true, standing)),
          [[]],
        ),
      );
  return [...ways, ...insertions(expr, node, standing)].slice(0, most);
}

function makeAbsent(expr: Path, node: XmlNode, standing: Standing): readonly Way[] {
  const nodes = nodesOf(expr, node, standing);
  const all = (nodes.length > 0 ? nodes : nodesOf(bareOf(expr), node, standing)).slice(0, 40);
  const removed = all.flatMap((one) =>
    one.kind === 'element' ? removal(one) : one.kind === 'attribute' ? attributeRemoval(one) : [],
  );
  const last = expr.steps.at(-1);
  const byPredicate =
    last?.k === 'axis'
      ? last.predicates.flatMap((p) =>
          all.reduce<readonly Way[]>((sum, one) => both(sum, makeTrue(p, one, false, standing)), [[]]),
        )
      : [];
  return [removed, ...byPredicate.slice(0, 4)];
}

/** Ways to insert what a path asks for, under the deepest of its steps that already selects something. */
function insertions(expr: Path, node: XmlNode, standing: Standing, value?: string): readonly Way[] {
  for (let kept = expr.steps.length - 1; kept >= 0; kept -= 1) {
    const above =
      kept === 0 && expr.start === undefined
        ? [node]
        : nodesOf({ ...expr, steps: expr.steps.slice(0, kept) }, node, standing);
    const parent = above[0];
    const step = expr.steps[kept];
    if (parent?.kind !== 'element' || step === undefined) continue;
    return insertionUnder(parent, step, expr.steps.slice(kept + 1), value);
  }
  return [];
}

function insertionUnder(
  parent: Extract<XmlNode, { kind: 'element' }>,
  step: XPathStep,
  rest: readonly XPathStep[],
  value?: string,
): readonly Way[] {
  if (step.k !== 'axis') return [];
  const { test } = step;
  if (test.k === 'kind') return test.kind === 'text' ? [childInsertion(parent, escaped(value ?? 'zzz'))] : [];
  if (step.axis === 'attribute') {
    if (parent.attributes.some((one) => one.name === test.local)) return [];
    const declared =
      test.namespace === xsi && parent.scope.get('xsi') === undefined ? `xmlns:xsi="${xsi}" ` : '';
    const name = test.namespace === xsi ? `xsi:${test.local}` : test.local;
    const given = value ?? (test.local === 'nullFlavor' ? 'UNK' : 'zzz');
    return [attributeInsertion(parent, `${declared}${name}="${escaped(given)}"`)];
  }
  const text = elementText(step, rest, value);
  return text === '' ? [] : [childInsertion(parent, text)];
}

function bareOf(expr: Path): Path {
  return {
    ...expr,
    steps: expr.steps.map((step) => (step.k === 'axis' ? { ...step, predicates: [] } : step)),
  };
}

/** The nodes of a path, its predicates tried; a start other than the node of the rule is followed where it is a let. */
function nodesOf(expr: Path, node: XmlNode, standing: Standing): readonly XmlNode[] {
  let nodes: readonly XmlNode[] = expr.root ? [documentOf(node)] : [node];
  if (expr.start !== undefined) {
    const start = expr.start.k === 'var' ? standing.lets.get(expr.start.name) : expr.start;
    if (start?.k === 'path') nodes = nodesOf(start, standing.ruleNode, standing);
    else if (start?.k === 'call' && start.name === 'current') nodes = [standing.ruleNode];
    else if (start?.k !== 'context') return [];
  }
  for (const step of expr.steps) {
    if (step.k !== 'axis') return [];
    const { walk } = compileAxis(step.axis, step.test);
    const found: XmlNode[] = [];
    for (const one of nodes.slice(0, 200)) walk(one, found);
    nodes = found.filter((one) => step.predicates.every((p) => truthOf(p, one, standing) !== false));
  }
  return nodes;
}

/** What the engine says, undefined where it cannot without the rest of the rule set. */
function truthOf(expr: XPathExpr, node: XmlNode, standing: Standing): boolean | undefined {
  try {
    const compiled = compileXPath(inlined(expr, standing.lets, 0), {
      variables: new Map(),
      library: { load: () => undefined, has: () => false, table: () => undefined },
      freshSlot: () => 0,
    });
    const { ruleNode } = standing;
    const document = documentOf(node);
    return compiled.test({
      item: node,
      position: 1,
      size: 1,
      ruleItem: ruleNode,
      locals: [],
      globals: [],
      document,
    });
  } catch (error) {
    if (error instanceof XPathError) return undefined;
    throw error;
  }
}

/** The expression with its lets in place of their names: near enough for a guess that the engine then verifies. */
function inlined(expr: XPathExpr, lets: ReadonlyMap<string, XPathExpr>, depth: number): XPathExpr {
  const replace = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    if ('k' in value && value.k === 'var' && 'name' in value && depth < 5) {
      const found = lets.get(String(value.name));
      return found === undefined ? value : inlined(found, lets, depth + 1);
    }
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replace(part)]));
  };
  return replace(expr) as XPathExpr;
}

function both(one: readonly Way[], other: readonly Way[]): readonly Way[] {
  return one.flatMap((a) => other.map((b) => [...a, ...b])).slice(0, most);
}

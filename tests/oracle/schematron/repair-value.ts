import type { ComparisonOperator, XPathExpr } from '../../../src/formats/xpath/xpath-syntax.ts';
import { numberOf, stringOf } from '../../../src/formats/xpath/xpath-value.ts';
import type { XmlElement, XmlNode } from '../../../src/formats/xml/xml-node.ts';
import {
  attributeRemoval,
  doubling,
  elementEnd,
  escaped,
  outermost,
  refilling,
  removal,
  revaluing,
  sourceOf,
  type Edit,
} from './edit-source.ts';
import { holdsRuleNode, inTurn, resolved, type Literal, type Move, type Recur } from './literal.ts';
import { nodesAt, valueAt } from './read-rule.ts';
import { absentMoves, presentMoves, upTo } from './repair-presence.ts';
import { sampleText } from './sample-text.ts';

/** Moves towards a comparison: what is counted made more or fewer, what is read given other values. */
export function* comparisonMoves(
  literal: Literal,
  expr: Extract<XPathExpr, { k: 'general' | 'value' }>,
  recur: Recur,
): Generator<Move> {
  const counts = [...countsIn(expr.left, literal), ...countsIn(expr.right, literal)];
  const direct = counts.length === 1 && isCount(expr.left, literal);
  const other = direct ? numberAt(expr.right, literal) : undefined;
  const fits = (count: number): boolean =>
    other === undefined || compare(expr.op, count, other) === literal.want;
  yield* inTurn([
    ...counts.map((one) => countMoves(literal, one, { fits, near: other, recur })),
    ...(direct ? [] : [valueMoves(literal, recur)]),
  ]);
}

function isCount(expr: XPathExpr, literal: Literal): boolean {
  const one = resolved({ ...literal, expr }).expr;
  return one.k === 'call' && one.name === 'count';
}

function numberAt(expr: XPathExpr, { node, stand }: Literal): number | undefined {
  const [first] = valueAt(expr, node, stand) ?? [];
  const number = first === undefined ? NaN : numberOf(first);
  return Number.isNaN(number) ? undefined : number;
}

function compare(op: ComparisonOperator, a: number, b: number): boolean {
  return { '=': a === b, '!=': a !== b, '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b }[op];
}

/** What is counted in an expression, with the node each is counted from. */
function countsIn(expr: XPathExpr, literal: Literal): readonly Literal[] {
  const own = resolved({ ...literal, expr });
  const part = (one: XPathExpr): readonly Literal[] => countsIn(one, own);
  switch (own.expr.k) {
    case 'call': {
      const [first] = own.expr.args;
      if (own.expr.name === 'count' && first !== undefined) return [resolved({ ...own, expr: first })];
      return own.expr.args.flatMap(part);
    }
    case 'arithmetic':
      return [...part(own.expr.left), ...part(own.expr.right)];
    case 'negate':
      return part(own.expr.operand);
    default:
      return [];
  }
}

interface Counting {
  readonly fits: (count: number) => boolean;
  /** The number to compare with, where it is plain. */
  readonly near: number | undefined;
  readonly recur: Recur;
}

function* countMoves(goal: Literal, counted: Literal, { fits, near, recur }: Counting): Generator<Move> {
  const { expr, node, stand } = counted;
  const nodes = nodesAt(expr, node, stand);
  const n = nodes.length;
  const around = near === undefined ? [] : [near, near + 1, near - 1];
  const targets = [...new Set([n + 1, n - 1, 0, 1, ...around, n + 2])].filter(
    (one) => one >= 0 && one !== n && Math.abs(one - n) <= 12 && fits(one),
  );
  const elements = nodes.filter((one) => one.kind === 'element');
  const free = elements.filter((one) => !holdsRuleNode(one, stand));
  if (n > 0 && fits(0)) yield* absentMoves({ ...counted, want: false }, recur);
  for (const target of targets)
    if (target < n) {
      if (free.length >= n - target)
        yield { edits: outermost(free.slice(target - n).flatMap((one) => removal(one))), goal };
    } else {
      const last = elements.at(-1);
      if (last !== undefined && last.parent.kind === 'element') yield { edits: copies(last, target - n) };
      for (const { edits } of firstOf(presentMoves({ ...counted, want: true }, recur), 6))
        yield {
          edits: edits.map((edit) =>
            edit.from === edit.to ? { ...edit, text: edit.text.repeat(target - n) } : edit,
          ),
        };
    }
}

/** An element written some times more. */
function copies(element: XmlElement, times: number): readonly Edit[] {
  const end = elementEnd(element);
  return [{ from: end, to: end, text: sourceOf(element).slice(element.offset, end).repeat(times) }];
}

function* firstOf<T>(all: Iterable<T>, most: number): Generator<T> {
  let count = 0;
  for (const one of all) {
    if (count >= most) return;
    count += 1;
    yield one;
  }
}

const strange = [
  'zzz',
  '',
  ' z z',
  '0',
  'z'.repeat(70),
  '-7',
  'z'.repeat(200),
  '1.2.3.4.5',
  'UNK',
  '99999999999',
  '20259999',
  '20240101',
  '1.5',
];

/**
 * Moves that change what an expression reads: each value that it may compare with or match, each that it may not, the
 * thing read taken out, doubled, or written in where it is absent. Each must reach the wish at once.
 */
export function* valueMoves(goal: Literal, recur: Recur): Generator<Move> {
  const values = candidateTexts(goal);
  yield* inTurn(leavesOf(goal.expr, goal).map((leaf) => leafMoves(goal, leaf, { values, recur })));
}

function* leafMoves(
  goal: Literal,
  leaf: Literal,
  { values, recur }: { readonly values: readonly string[]; readonly recur: Recur },
): Generator<Move> {
  const nodes = nodesAt(leaf.expr, leaf.node, leaf.stand).slice(0, 20);
  const usual = leaf.stand.reader.usual(attributeRead(leaf.expr, nodes[0]) ?? '');
  if (nodes.length === 0) {
    for (const value of [...values.slice(0, 14), ...usual])
      for (const { edits } of firstOf(presentMoves(leaf, recur, value), 2)) yield { edits, goal };
    for (const { edits } of firstOf(presentMoves(leaf, recur), 3)) yield { edits };
    for (const value of values.slice(0, 2))
      for (const { edits } of firstOf(presentMoves(leaf, recur, value), 1)) yield { edits };
    return;
  }
  for (const value of [...values, ...usual])
    yield { edits: nodes.flatMap((one) => valued(one, value)), goal };
  const elements = nodes.filter((one) => one.kind === 'element');
  if (!elements.some((one) => holdsRuleNode(one, goal.stand)))
    yield { edits: outermost(nodes.flatMap(takenOut)), goal };
  const [first] = nodes;
  const doubled = first?.kind === 'attribute' ? first.parent : first;
  if (doubled?.kind === 'element') yield { edits: doubling(doubled), goal };
  if (nodes.length > 1 && first !== undefined)
    for (const value of values.slice(0, 6)) yield { edits: valued(first, value), goal };
}

/** The name of the attribute that an expression ends at. */
function attributeRead(expr: XPathExpr, node: XmlNode | undefined): string | undefined {
  if (node !== undefined) return node.kind === 'attribute' ? node.name : undefined;
  const last = expr.k === 'path' ? expr.steps.at(-1) : undefined;
  return last?.k === 'axis' && last.axis === 'attribute' && last.test.k === 'name'
    ? last.test.local
    : undefined;
}

function valued(node: XmlNode, value: string): readonly Edit[] {
  if (node.kind === 'attribute') return node.value === value ? [] : revaluing(node, value);
  if (node.kind === 'element') return refilling(node, escaped(value));
  return node.kind === 'text' ? refilling(node.parent, escaped(value)) : [];
}

function takenOut(node: XmlNode): readonly Edit[] {
  if (node.kind === 'element') return removal(node);
  return node.kind === 'attribute' ? attributeRemoval(node) : [];
}

/** What an expression reads of the document: paths, with the node each starts from. */
function leavesOf(expr: XPathExpr, literal: Literal): readonly Literal[] {
  const own = resolved({ ...literal, expr });
  if (own.expr.k === 'path') return pathLeaves(own, own.expr);
  if (own.expr.k === 'filter' || own.expr.k === 'context') return [own];
  if (own.expr.k === 'call' && own.expr.args.length === 0)
    return readsContext.has(own.expr.name) ? [{ ...own, expr: { k: 'context' } }] : [];
  return partsOf(own.expr).flatMap((one) => leavesOf(one, own));
}

const readsContext: ReadonlySet<string> = new Set([
  'string',
  'string-length',
  'normalize-space',
  'number',
  'name',
  'local-name',
  'namespace-uri',
]);

function pathLeaves(own: Literal, path: Extract<XPathExpr, { k: 'path' }>): readonly Literal[] {
  const { start, steps } = path;
  if (start?.k === 'call' && start.name !== 'current')
    return [
      ...leavesOf(start, own),
      ...steps
        .flatMap((step) => (step.k === 'axis' ? step.predicates : []))
        .flatMap((one) => letLeaves(one, own)),
    ];
  const last = steps.at(-1);
  if (last?.k !== 'each') return [own];
  return nodesAt(upTo(path, steps.length - 1), own.node, own.stand)
    .slice(0, 3)
    .flatMap((node) => leavesOf(last.expr, { ...own, node }));
}

/** Of an expression whose context is another document: what it reads of the judged one by names of lets. */
function letLeaves(expr: XPathExpr, own: Literal): readonly Literal[] {
  if (expr.k === 'var') return leavesOf(expr, own);
  if (expr.k === 'path') return expr.start === undefined ? [] : letLeaves(expr.start, own);
  return partsOf(expr).flatMap((one) => letLeaves(one, own));
}

/** The expressions evaluated where an expression is; none in its paths and filters. */
function partsOf(expr: XPathExpr): readonly XPathExpr[] {
  switch (expr.k) {
    case 'string':
    case 'number':
    case 'var':
    case 'context':
    case 'path':
    case 'filter':
      return [];
    case 'sequence':
      return expr.items;
    case 'call':
      return expr.args;
    case 'negate':
    case 'cast':
    case 'castable':
      return [expr.operand];
    case 'if':
      return [expr.test, expr.then, expr.else];
    case 'for':
      return [expr.in, expr.return];
    case 'some':
    case 'every':
      return [expr.in, expr.satisfies];
    default:
      return [expr.left, expr.right];
  }
}

/** Texts to try: what the expression names or compares with, near misses of these, and plainly strange ones. */
function candidateTexts(goal: Literal): readonly string[] {
  const { expr, node, stand, want } = goal;
  const named: string[] = [];
  const collect = (part: XPathExpr, from: Literal): void => {
    const own = resolved({ ...from, expr: part });
    if (own.expr.k === 'string') named.push(own.expr.value);
    else if (own.expr.k === 'number')
      named.push(...[0, 1, -1].map((more) => String(numeral(own.expr) + more)));
    else if (own.expr.k === 'call' && own.expr.args[1] !== undefined && patterned.has(own.expr.name)) {
      const [text] = valueAt(own.expr.args[1], own.node, own.stand) ?? [];
      if (text !== undefined) named.push(...samples(stringOf(text)));
    }
    for (const one of partsOf(own.expr)) collect(one, own);
  };
  collect(expr, goal);
  const sides = 'left' in expr ? [expr.left, expr.right] : [];
  const compared = sides.flatMap((one) => (valueAt(one, node, stand) ?? []).slice(0, 4).map(stringOf));
  const plain = [...compared, ...named].filter((one) => one.length < 200);
  const near = plain.slice(0, 3).map((one) => `${one}9`);
  const other = [...near, ...strange];
  const list = isEquality(goal)
    ? want
      ? plain
      : other.slice(0, 4)
    : want
      ? [...plain, ...other]
      : [...other, ...plain];
  return [...new Set(list)].filter((one) => xmlText.test(one)).slice(0, 40);
}

/** Whether a comparison is of a text that is read as it stands, so that few values need trying. */
function isEquality(goal: Literal): boolean {
  const { expr } = goal;
  if (expr.k !== 'general' && expr.k !== 'value') return false;
  const asRead = (one: XPathExpr): boolean =>
    ['string', 'path', 'sequence', 'context', 'filter'].includes(resolved({ ...goal, expr: one }).expr.k);
  return expr.op === '=' && asRead(expr.left) && asRead(expr.right);
}

const patterned: ReadonlySet<string> = new Set(['matches', 'replace', 'tokenize']);

function numeral(expr: XPathExpr): number {
  return expr.k === 'number' ? expr.value : NaN;
}

const xmlText = /^[^\u0000-\u0008\u000B\u000C\u000E-\u001F]*$/;

function samples(pattern: string): readonly string[] {
  const text = sampleText(pattern);
  return [text, text.toUpperCase(), text.toLowerCase()];
}

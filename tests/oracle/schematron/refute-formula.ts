import type {
  ComparisonOperator,
  XPathAxis,
  XPathNodeTest,
} from '../../../src/formats/xpath/xpath-syntax.ts';
import type { Formula } from './rule-formula.ts';

interface NodeFacts {
  readonly tests: { readonly test: XPathNodeTest; readonly attribute: boolean }[];
  text: string | undefined;
  readonly otherTexts: Set<string>;
  readonly opaque: Map<string, boolean>;
  readonly related: { readonly axis: XPathAxis; readonly node: number }[];
  /** Of no node on the axis that passes the test does the formula hold. */
  readonly excluded: Existence[];
  readonly counts: Map<string, CountFacts>;
}

type Existence = Extract<Formula, { k: 'exists' }>;

interface CountFacts {
  low: number;
  high: number;
  readonly except: Set<number>;
  told: boolean;
}

/** That a formula has a truth at one of the supposed nodes. */
interface Claim {
  readonly node: number;
  readonly formula: Formula;
  readonly truth: boolean;
}

/**
 * Whether formulas cannot all be true of one node: a tableau that supposes them, makes up the nodes they ask for, and is
 * closed only when every branch contradicts itself. `false` proves nothing.
 */
export function contradictory(formulas: readonly Formula[]): boolean {
  const claims = formulas.map((formula): Claim => ({ node: 0, formula, truth: true }));
  return closes([emptyNode()], claims, { branches: 3000 });
}

function emptyNode(): NodeFacts {
  return {
    tests: [],
    text: undefined,
    otherTexts: new Set(),
    opaque: new Map(),
    related: [],
    excluded: [],
    counts: new Map(),
  };
}

function copied(nodes: readonly NodeFacts[]): NodeFacts[] {
  return nodes.map((one) => ({
    tests: [...one.tests],
    text: one.text,
    otherTexts: new Set(one.otherTexts),
    opaque: new Map(one.opaque),
    related: [...one.related],
    excluded: [...one.excluded],
    counts: new Map(
      [...one.counts].map(([key, count]) => [key, { ...count, except: new Set(count.except) }]),
    ),
  }));
}

function closes(nodes: NodeFacts[], claims: readonly Claim[], left: { branches: number }): boolean {
  const agenda = [...claims];
  const choices: { readonly node: number; readonly parts: readonly Formula[]; readonly truth: boolean }[] =
    [];
  for (let claim = agenda.pop(); claim !== undefined; claim = agenda.pop()) {
    const { formula, node, truth } = claim;
    if ((formula.k === 'and' || formula.k === 'or') && (formula.k === 'and') !== truth)
      choices.push({ node, parts: formula.parts, truth });
    else {
      const further = consequences(nodes, claim);
      if (further === 'contradiction') return true;
      agenda.push(...further);
    }
  }
  choices.sort((a, b) => a.parts.length - b.parts.length);
  const [choice, ...rest] = choices;
  if (choice === undefined) return false;
  const later = rest.map(({ node, parts, truth }): Claim => ({
    node,
    truth,
    formula: { k: truth ? 'or' : 'and', parts },
  }));
  return choice.parts.every((formula) => {
    left.branches -= 1;
    if (left.branches < 0) return false;
    return closes(copied(nodes), [...later, { node: choice.node, formula, truth: choice.truth }], left);
  });
}

/** Takes one claim that leaves no choice into the facts. */
function consequences(
  nodes: NodeFacts[],
  { node, formula, truth }: Claim,
): readonly Claim[] | 'contradiction' {
  const facts = nodes[node];
  if (facts === undefined) return [];
  switch (formula.k) {
    case 'constant':
      return formula.value === truth ? [] : 'contradiction';
    case 'not':
      return [{ node, formula: formula.part, truth: !truth }];
    case 'and':
    case 'or':
      return formula.parts.map((part) => ({ node, formula: part, truth }));
    case 'opaque': {
      const known = facts.opaque.get(formula.text);
      facts.opaque.set(formula.text, truth);
      return known === undefined || known === truth ? [] : 'contradiction';
    }
    case 'text':
      return tellText(facts, formula.value, truth) ? [] : 'contradiction';
    case 'count':
      return tellCount(facts, formula, { node, truth });
    case 'exists':
      return truth ? suppose(nodes, node, formula) : exclude(nodes, node, formula);
  }
}

function tellText(facts: NodeFacts, value: string, truth: boolean): boolean {
  if (!truth) {
    facts.otherTexts.add(value);
    return facts.text !== value;
  }
  if (facts.text !== undefined && facts.text !== value) return false;
  facts.text = value;
  return !facts.otherTexts.has(value);
}

function tellCount(
  facts: NodeFacts,
  { term, op, number, some }: Extract<Formula, { k: 'count' }>,
  { node, truth }: Omit<Claim, 'formula'>,
): readonly Claim[] | 'contradiction' {
  const count = facts.counts.get(term) ?? { low: 0, high: Infinity, except: new Set<number>(), told: false };
  facts.counts.set(term, count);
  narrow(count, truth ? op : opposite[op], number);
  while (count.except.has(count.low)) count.low += 1;
  while (count.except.has(count.high)) count.high -= 1;
  if (count.low > count.high) return 'contradiction';
  if (some === undefined || count.told || (count.low === 0 && count.high > 0)) return [];
  count.told = true;
  return [{ node, formula: some, truth: count.low > 0 }];
}

const opposite: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

function narrow(count: CountFacts, op: ComparisonOperator, number: number): void {
  if (op === '!=') count.except.add(number);
  if (op === '=' || op === '>=') count.low = Math.max(count.low, number);
  if (op === '>') count.low = Math.max(count.low, number + 1);
  if (op === '=' || op === '<=') count.high = Math.min(count.high, number);
  if (op === '<') count.high = Math.min(count.high, number - 1);
}

/** Makes up the node that must exist; an attribute of one name, and the parent, are the same node each time. */
function suppose(
  nodes: NodeFacts[],
  node: number,
  { axis, test, holds }: Existence,
): readonly Claim[] | 'contradiction' {
  const facts = nodes[node];
  if (facts === undefined) return [];
  const attribute = axis === 'attribute';
  const alone = axis === 'self' ? node : unique(facts, nodes, { axis, test });
  let found = alone;
  if (found === undefined) {
    found = nodes.length;
    nodes.push(emptyNode());
    facts.related.push({ axis, node: found });
    if (axis === 'parent') nodes[found]?.related.push({ axis: 'child', node });
  }
  const target = nodes[found];
  if (target === undefined) return [];
  if (target.tests.some((one) => one.attribute === attribute && conflict(one.test, test)))
    return 'contradiction';
  target.tests.push({ test, attribute });
  const at = found;
  const barred = axis === 'self' ? [] : facts.excluded.filter((one) => covers(one.axis, axis));
  return [
    { node: at, formula: holds, truth: true },
    ...barred
      .filter((one) => passes(target, one))
      .map((one): Claim => ({ node: at, formula: one.holds, truth: false })),
  ];
}

function unique(
  facts: NodeFacts,
  nodes: readonly NodeFacts[],
  { axis, test }: Omit<Existence, 'k' | 'holds'>,
): number | undefined {
  if (axis === 'parent') return facts.related.find((one) => one.axis === 'parent')?.node;
  if (axis !== 'attribute' || test.k !== 'name' || test.local === '*' || test.namespace === '*')
    return undefined;
  return facts.related.find(
    (one) =>
      one.axis === 'attribute' &&
      nodes[one.node]?.tests.some(
        ({ test: known }) =>
          known.k === 'name' && known.local === test.local && known.namespace === test.namespace,
      ) === true,
  )?.node;
}

/** Denies the formula of every supposed node that is on the axis for certain, and of later ones. */
function exclude(nodes: NodeFacts[], node: number, formula: Existence): readonly Claim[] {
  const facts = nodes[node];
  if (facts === undefined) return [];
  facts.excluded.push(formula);
  const on = facts.related.filter((one) => covers(formula.axis, one.axis)).map((one) => one.node);
  if (covers(formula.axis, 'self')) on.push(node);
  return on
    .filter((one) => {
      const target = nodes[one];
      return target !== undefined && passes(target, formula);
    })
    .map((one) => ({ node: one, formula: formula.holds, truth: false }));
}

/** Whether the nodes of one axis are all on the other. */
function covers(wide: XPathAxis, narrowAxis: XPathAxis): boolean {
  if (wide === narrowAxis) return true;
  switch (wide) {
    case 'descendant':
      return narrowAxis === 'child';
    case 'descendant-or-self':
      return narrowAxis === 'child' || narrowAxis === 'descendant' || narrowAxis === 'self';
    case 'ancestor':
      return narrowAxis === 'parent';
    case 'ancestor-or-self':
      return narrowAxis === 'parent' || narrowAxis === 'ancestor' || narrowAxis === 'self';
    default:
      return false;
  }
}

/** Whether a node is known to pass the test of an existence. */
function passes({ tests }: NodeFacts, { axis, test }: Existence): boolean {
  if (test.k === 'kind' && test.kind === 'node') return true;
  return tests.some((known) => known.attribute === (axis === 'attribute') && within(known.test, test));
}

function within(one: XPathNodeTest, wide: XPathNodeTest): boolean {
  if (wide.k === 'kind') return one.k === 'kind' ? one.kind === wide.kind : wide.kind === 'element';
  if (one.k === 'kind') return false;
  return (
    (wide.local === '*' || one.local === wide.local) &&
    (wide.namespace === '*' || one.namespace === wide.namespace)
  );
}

function conflict(one: XPathNodeTest, other: XPathNodeTest): boolean {
  if (one.k === 'kind' || other.k === 'kind') return false;
  const differ = (a: string, b: string): boolean => a !== '*' && b !== '*' && a !== b;
  return differ(one.local, other.local) || differ(one.namespace, other.namespace);
}

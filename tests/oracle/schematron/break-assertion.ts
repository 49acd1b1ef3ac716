import { parseXPath } from '../../../src/formats/xpath/parse-xpath.ts';
import type { XPathExpr, XPathStep } from '../../../src/formats/xpath/xpath-syntax.ts';
import { compileAxis } from '../../../src/formats/xpath/walk-axis.ts';
import { documentOf } from '../../../src/formats/xpath/document-index.ts';
import type { SchematronRule, SchematronSource } from '../../../src/formats/schematron/schematron-source.ts';
import type { XmlElement, XmlNode } from '../../../src/formats/xml/xml-node.ts';
import { XPathError } from '../../../src/formats/xpath/xpath-error.ts';
import { elementText } from './element-text.ts';
import { makeTrue } from './make-true.ts';
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

const strangeValues = ['zzz', '', '1.2.3.4.5', '-7', '20259999', 'UNK', '0', '99999999999'];
const instance = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * Edits near a node of a rule, likeliest first, of which one may change what an assertion says: what its test reads is
 * followed from the node, then taken out, doubled, renamed, given another value, or put in where it was absent.
 */
export function waysToBreak(
  rule: SchematronRule,
  item: number,
  node: XmlNode,
  schema: SchematronSource,
): readonly (readonly Edit[])[] {
  const { namespaces } = schema;
  const assertion = rule.items[item];
  if (assertion === undefined || assertion.k === 'let') return [];
  const lets = new Map<string, XPathExpr>();
  for (const one of schema.lets) if (one.value.length < 400) addLet(lets, one.name, one.value, namespaces);
  for (const one of rule.items.slice(0, item))
    if (one.k === 'let') lets.set(one.name, parseXPath(one.value, namespaces));
  const test = parseXPath(assertion.test, namespaces);
  const reading: Reading = { lets, node, steps: [], literals: new Set(), depth: 0 };
  read(test, [node], reading);
  const solved = makeTrue(test, node, assertion.k === 'report', { ruleNode: node, lets });
  const ways = reading.steps.flatMap((step) => waysAt(step, [...reading.literals]));
  const seen = new Set<string>();
  return [...solved, ...richWays(test, node), ...interleaved([...ways, ownWays(node)])]
    .map(merged)
    .filter((way) => {
      const key = JSON.stringify(way);
      return way.length > 0 && !seen.has(key) && seen.add(key);
    });
}

function addLet(
  lets: Map<string, XPathExpr>,
  name: string,
  value: string,
  namespaces: Readonly<Record<string, string>>,
): void {
  try {
    lets.set(name, parseXPath(value, namespaces));
  } catch (error) {
    // A let that cannot be parsed is no help to guess by.
    if (!(error instanceof XPathError)) throw error;
  }
}

/** Two edits of one attribute in one way: the later stands. */
function merged(way: readonly Edit[]): readonly Edit[] {
  const keyOf = ({ from, to, text }: Edit, at: number): string =>
    from < to
      ? `${from}-${to}`
      : `${from} ${/^ (?:xmlns:xsi="[^"]*" )?([\w:]+)=/.exec(text)?.[1] ?? `#${at}`}`;
  return [...new Map(way.map((edit, at) => [keyOf(edit, at), edit])).values()];
}

/** All that a test names at once: every attribute on the node, and children that hold every attribute and child. */
function richWays(test: XPathExpr, node: XmlNode): readonly (readonly Edit[])[] {
  if (node.kind !== 'element') return [];
  const text = JSON.stringify(test);
  const names = (pattern: RegExp): readonly string[] => [
    ...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? '')),
  ];
  const attributes = names(/"axis":"attribute","test":\{"k":"name","local":"([\w-]+)","namespace":""/g);
  const children = names(
    /"axis":"(?:child|self|descendant)","test":\{"k":"name","local":"([\w-]+)","namespace":"urn:hl7-org:v3"/g,
  );
  const absent = attributes.filter((name) => !node.attributes.some((one) => one.name === name));
  const written = (list: readonly string[]): string =>
    list.map((name) => ` ${name}="${name === 'nullFlavor' ? 'UNK' : 'zzz'}"`).join('');
  const without = attributes.filter((name) => name !== 'nullFlavor');
  const rich = (name: string, list: readonly string[]): string =>
    `<${name} xmlns="urn:hl7-org:v3"${written(list)}>${children.map((one) => `<${one}${written(list)}/>`).join('')}</${name}>`;
  const onNode = absent.length === 0 ? [] : attributeInsertion(node, written(absent).trimStart());
  const plain = absent.filter((name) => name !== 'nullFlavor');
  return [
    onNode,
    plain.length === 0 ? [] : attributeInsertion(node, written(plain).trimStart()),
    ...children
      .slice(0, 3)
      .flatMap((name) => [
        childInsertion(node, rich(name, attributes)),
        childInsertion(node, rich(name, without)),
        [...onNode, ...childInsertion(node, rich(name, attributes))],
        [...onNode, ...childInsertion(node, `<${name} xmlns="urn:hl7-org:v3"/>`)],
      ]),
    children.length > 1
      ? [...onNode, ...childInsertion(node, children.map((name) => rich(name, attributes)).join(''))]
      : [],
    [
      ...node.attributes.filter((one) => one.name === 'nullFlavor').flatMap(attributeRemoval),
      ...refilling(node, ''),
    ],
    [...node.attributes.flatMap(attributeRemoval), ...onNode],
  ];
}

interface ReadStep {
  readonly step: Extract<XPathStep, { k: 'axis' }>;
  readonly from: readonly XmlNode[];
  readonly found: readonly XmlNode[];
  /** The steps after it, which an inserted element should hold. */
  readonly rest: readonly XPathStep[];
}

interface Reading {
  readonly lets: ReadonlyMap<string, XPathExpr>;
  readonly node: XmlNode;
  readonly steps: ReadStep[];
  readonly literals: Set<string>;
  depth: number;
}

/** Follows every path of an expression without its predicates; gives the nodes it may yield. */
function read(expr: XPathExpr, from: readonly XmlNode[], reading: Reading): readonly XmlNode[] {
  switch (expr.k) {
    case 'string':
      reading.literals.add(expr.value);
      return [];
    case 'number':
      return [];
    case 'context':
      return from;
    case 'var': {
      const value = reading.lets.get(expr.name);
      if (value === undefined || reading.depth > 6) return [];
      reading.depth += 1;
      const nodes = read(value, [reading.node], reading);
      reading.depth -= 1;
      return nodes;
    }
    case 'sequence':
      return expr.items.flatMap((item) => read(item, from, reading));
    case 'negate':
    case 'cast':
    case 'castable':
      return read(expr.operand, from, reading);
    case 'if':
      return [expr.test, expr.then, expr.else].flatMap((part) => read(part, from, reading));
    case 'for':
      return [expr.in, expr.return].flatMap((part) => read(part, from, reading));
    case 'some':
    case 'every':
      return [expr.in, expr.satisfies].flatMap((part) => read(part, from, reading));
    case 'call':
      if (expr.name === 'current') return [reading.node];
      if (expr.name === 'doc' || expr.name === 'document') return [];
      return expr.args.flatMap((arg) => read(arg, from, reading));
    case 'filter': {
      const base = read(expr.base, from, reading);
      for (const predicate of expr.predicates) read(predicate, base, reading);
      return base;
    }
    case 'path':
      return readPath(expr, from, reading);
    default:
      return [expr.left, expr.right].flatMap((part) => read(part, from, reading));
  }
}

function readPath(
  expr: Extract<XPathExpr, { k: 'path' }>,
  from: readonly XmlNode[],
  reading: Reading,
): readonly XmlNode[] {
  let nodes = expr.start === undefined ? from : read(expr.start, from, reading);
  if (expr.root) nodes = nodes.slice(0, 1).map(documentOf);
  expr.steps.forEach((step, at) => {
    if (step.k === 'each') {
      nodes = read(step.expr, nodes, reading);
      return;
    }
    const { walk } = compileAxis(step.axis, step.test);
    const found: XmlNode[] = [];
    for (const node of nodes.slice(0, 20)) walk(node, found);
    reading.steps.push({ step, from: nodes, found, rest: expr.steps.slice(at + 1) });
    nodes = found;
    for (const predicate of step.predicates) read(predicate, nodes, reading);
  });
  return nodes;
}

type Way = readonly Edit[];

function waysAt(
  { step, from, found, rest }: ReadStep,
  literals: readonly string[],
): readonly (readonly Way[])[] {
  const { test } = step;
  const values = [...strangeValues, ...literals];
  if (found.length === 0) return [absentWays({ step, from, found, rest }, values)];
  if (step.axis === 'self' || step.axis === 'parent' || step.axis.startsWith('ancestor')) return [];
  const attributes = found.filter((one) => one.kind === 'attribute').slice(0, 3);
  const elements = found.filter((one): one is XmlElement => one.kind === 'element').slice(0, 3);
  const all = found.flatMap((one) => (one.kind === 'element' ? removal(one) : []));
  return [
    ...attributes.map((one) => [
      ...values.map((value) => (value === one.value ? [] : revaluing(one, value))),
      attributeRemoval(one),
    ]),
    ...elements.map((one) => [
      removal(one),
      doubling(one),
      refilling(one, ''),
      refilling(one, 'zzz'),
      ...one.attributes.slice(0, 4).flatMap((a) => [revaluing(a, 'zzz'), attributeRemoval(a)]),
      ...(test.k === 'name' && step.axis === 'child'
        ? [childOf(one.parent, elementText(step, rest)), childOf(one.parent, elementText(step, []))]
        : []),
    ]),
    all.length > 1 ? [all] : [],
  ];
}

function absentWays({ step, from, rest }: ReadStep, values: readonly string[]): readonly Way[] {
  const { test } = step;
  const parent = from.find((one): one is XmlElement => one.kind === 'element');
  if (parent === undefined) return [];
  if (step.axis === 'attribute' && test.k === 'name' && test.local !== '*') {
    const name = test.namespace === instance ? `xsi:${test.local}` : test.local;
    const declared =
      test.namespace === instance && parent.scope.get('xsi') === undefined ? `xmlns:xsi="${instance}" ` : '';
    return values.map((value) => attributeInsertion(parent, `${declared}${name}="${escaped(value)}"`));
  }
  if (test.k === 'kind' && test.kind === 'text') return [childInsertion(parent, 'zzz')];
  if (step.axis !== 'child' && step.axis !== 'descendant') return [];
  const [bare, full] = [elementText(step, []), elementText(step, rest)];
  return [full, bare + bare, bare, full + full].map((text) => childOf(parent, text));
}

function childOf(parent: XmlNode, text: string): Way {
  return parent.kind === 'element' && text !== '' ? childInsertion(parent, text) : [];
}

/** What may be wrong with any node: an unknown type or null flavour, text or children where none belong. */
function ownWays(node: XmlNode): readonly Way[] {
  if (node.kind === 'attribute') return strangeValues.map((value) => revaluing(node, value));
  if (node.kind !== 'element') return [];
  const has = (name: string): boolean => node.attributes.some((one) => one.name === name);
  const without = (name: string): Way =>
    node.attributes.filter((a) => a.name === name).flatMap(attributeRemoval);
  const xsi = node.scope.get('xsi') === undefined ? `xmlns:xsi="${instance}" ` : '';
  return [
    ...node.attributes.flatMap((one) => [revaluing(one, 'zzz'), attributeRemoval(one)]),
    has('nullFlavor') ? without('nullFlavor') : attributeInsertion(node, 'nullFlavor="UNK"'),
    has('nullFlavor') ? [] : attributeInsertion(node, 'nullFlavor="XX"'),
    has('type') ? without('type') : attributeInsertion(node, `${xsi}xsi:type="ZZ"`),
    has('value') ? [] : attributeInsertion(node, 'value="zzz"'),
    has('code') ? [] : attributeInsertion(node, 'code="zzz"'),
    has('unit') ? [] : attributeInsertion(node, 'unit="zz z"'),
    refilling(node, ''),
    refilling(node, 'zzz'),
    childInsertion(node, '<zzz xmlns="urn:hl7-org:v3"/>'),
    node.attributes.flatMap(attributeRemoval),
  ];
}

function interleaved<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const out: T[] = [];
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let at = 0; at < longest; at += 1)
    for (const list of lists) {
      const one = list[at];
      if (one !== undefined) out.push(one);
    }
  return out;
}

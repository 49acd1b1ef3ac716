import type { XPathExpr, XPathNodeTest, XPathStep } from '../../../src/formats/xpath/xpath-syntax.ts';
import { escaped } from './edit-source.ts';
import { sampleText } from './sample-text.ts';

/** An element to be written, with what the predicates that select it ask for. */
interface Blueprint {
  name: string;
  readonly namespace: string;
  /** By attribute as written, prefix and declaration included. */
  readonly attributes: Map<string, string>;
  readonly children: Blueprint[];
  text: string;
  readonly options: BlueprintOptions;
}

export interface BlueprintOptions {
  /** What the end of the path should hold. */
  readonly value?: string | undefined;
  /** Which operand of each `or` to satisfy, counted round. */
  readonly choice: number;
  /** What an expression that does not read the new element is worth, when that is known. */
  readonly read: (expr: XPathExpr) => string | undefined;
  /** The prefix that stands for a namespace where the element is put. */
  readonly prefixOf: (namespace: string) => string | undefined;
}

/** The source of an element that a step selects and the further steps read; empty when there is no such element. */
export function elementText(
  step: XPathStep | undefined,
  rest: readonly XPathStep[],
  options: BlueprintOptions,
): string {
  const blueprint = blueprintOf(step, options);
  if (blueprint === undefined) return '';
  extend(blueprint, rest, options.value);
  return written(blueprint);
}

/** An attribute as the source writes it, its prefix declared there. */
export function attributeText(
  test: XPathNodeTest & { k: 'name' },
  value: string,
  prefixOf: BlueprintOptions['prefixOf'],
): string {
  return `${attributeName(test, prefixOf)}="${escaped(value)}"`;
}

/** A likely value for an attribute of which only the presence matters. */
export function usualValue(name: string): string {
  return usualValues[name] ?? 'zzz';
}

const usualValues: Readonly<Record<string, string>> = {
  nullFlavor: 'UNK',
  root: '1.2.3.4.5',
  value: '20240101',
  type: 'ZZ',
};

function attributeName(
  { local, namespace }: XPathNodeTest & { k: 'name' },
  prefixOf: BlueprintOptions['prefixOf'],
): string {
  if (namespace === '' || namespace === '*') return local;
  const prefix = prefixOf(namespace);
  return prefix === undefined ? `xmlns:a="${escaped(namespace)}" a:${local}` : `${prefix}:${local}`;
}

function blueprintOf(step: XPathStep | undefined, options: BlueprintOptions): Blueprint | undefined {
  if (step?.k !== 'axis' || step.test.k !== 'name') return undefined;
  const { local, namespace } = step.test;
  const made: Blueprint = {
    name: local === '*' ? 'zzz' : local,
    namespace: namespace === '*' ? 'urn:hl7-org:v3' : namespace,
    attributes: new Map(),
    children: [],
    text: '',
    options,
  };
  for (const predicate of step.predicates) satisfy(predicate, true, made);
  return made;
}

function written({ name, namespace, attributes, children, text }: Blueprint): string {
  const list = [...attributes].map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
  return `<${name} xmlns="${escaped(namespace)}"${list}>${children.map(written).join('')}${escaped(text)}</${name}>`;
}

/** Puts under an element what the steps of a path from it select. */
function extend(into: Blueprint, steps: readonly XPathStep[], value: string | undefined): void {
  const { options } = into;
  const [step, ...rest] = steps;
  if (step === undefined) {
    if (value !== undefined) into.text = value;
    return;
  }
  if (step.k === 'each') {
    satisfy(step.expr, true, into);
    return;
  }
  const { axis, test, predicates } = step;
  if (axis === 'attribute') {
    if (test.k === 'name' && test.local !== '*')
      into.attributes.set(attributeName(test, options.prefixOf), value ?? usualValue(test.local));
    else into.attributes.set('zzz', value ?? 'zzz');
  } else if (axis === 'self' || axis === 'descendant-or-self') {
    if (test.k === 'name' && test.local !== '*') into.name = test.local;
    for (const predicate of predicates) satisfy(predicate, true, into);
    extend(into, rest, value);
  } else if (axis === 'child' || axis === 'descendant') {
    if (test.k === 'kind') into.text = value ?? 'zzz';
    const child = blueprintOf(step, options);
    if (child === undefined) return;
    extend(child, rest, value);
    into.children.push(child);
  }
}

function satisfy(expr: XPathExpr, want: boolean, made: Blueprint): void {
  const { options } = made;
  switch (expr.k) {
    case 'and':
    case 'or': {
      const operands = operandsOf(expr, expr.k);
      if ((expr.k === 'and') === want) for (const one of operands) satisfy(one, want, made);
      else {
        const chosen = operands[options.choice % operands.length];
        if (chosen !== undefined) satisfy(chosen, want, made);
      }
      return;
    }
    case 'path':
      if (want && !expr.root && expr.start === undefined) extend(made, expr.steps, undefined);
      return;
    case 'general':
    case 'value':
      satisfyComparison(expr, want, made);
      return;
    case 'set':
      if (want) satisfy(options.choice % 2 === 0 ? expr.left : expr.right, want, made);
      return;
    case 'call': {
      const [first, second] = expr.args;
      if (first === undefined) return;
      if (expr.name === 'not' || expr.name === 'empty') satisfy(first, !want, made);
      else if (expr.name === 'exists' || expr.name === 'boolean') satisfy(first, want, made);
      else if (second !== undefined && textTests.has(expr.name)) {
        const text = options.read(second) ?? '';
        if (want) put(first, expr.name === 'matches' ? sampleText(text) : text, made);
      }
      return;
    }
    default:
  }
}

const textTests: ReadonlySet<string> = new Set(['matches', 'contains', 'starts-with', 'ends-with']);

function satisfyComparison(
  expr: Extract<XPathExpr, { k: 'general' | 'value' }>,
  want: boolean,
  made: Blueprint,
): void {
  const { options } = made;
  const { left, right, op } = expr;
  const value = options.read(right);
  if (value === undefined) {
    const other = options.read(left);
    if (other !== undefined && (op === '=') === want) put(right, other, made);
    return;
  }
  if (left.k === 'call' && left.name === 'count' && left.args[0] !== undefined) {
    const count = (op === '=' || op === '>=' || op === '<=') === want ? Number(value) : Number(value) + 1;
    for (let at = 0; at < Math.min(count, 5); at += 1) put(left.args[0], undefined, made);
  } else if (op === '=') {
    if (want) put(left, value, made);
  } else if (op === '!=') put(left, want ? `${value}9` : value, made);
  else put(left, String(Number(value) + ((op === '>' || op === '>=') === want ? 1 : -1)), made);
}

/** Has an expression that reads the new element read a value. */
function put(expr: XPathExpr, value: string | undefined, made: Blueprint): void {
  if (expr.k === 'context') made.text = value ?? 'zzz';
  else if (expr.k === 'path' && !expr.root && expr.start === undefined) extend(made, expr.steps, value);
  else if (expr.k === 'call') {
    if (/^(?:local-)?name$/.test(expr.name) && value !== undefined && /^[\w.-]+$/.test(value))
      made.name = value;
    else if (expr.args[0] === undefined && value !== undefined) made.text = value;
    else if (expr.name === 'string-length' && value !== undefined && expr.args[0] !== undefined)
      put(expr.args[0], 'z'.repeat(Math.min(300, Math.max(0, Number(value)))), made);
    else if (expr.args[0] !== undefined) put(expr.args[0], value, made);
  }
}

/** The operands of a chain of `and` or of `or`. */
export function operandsOf(expr: XPathExpr, k: 'and' | 'or'): readonly XPathExpr[] {
  return expr.k === k ? [...operandsOf(expr.left, k), ...operandsOf(expr.right, k)] : [expr];
}

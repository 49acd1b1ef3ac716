import { compileXPath } from '../../../src/formats/xpath/compile-xpath.ts';
import { isConstant } from '../../../src/formats/xpath/xpath-context.ts';
import { XPathError } from '../../../src/formats/xpath/xpath-error.ts';
import type {
  ComparisonOperator,
  XPathAxis,
  XPathExpr,
  XPathNodeTest,
  XPathStep,
} from '../../../src/formats/xpath/xpath-syntax.ts';
import { booleanOf, type XPathSequence } from '../../../src/formats/xpath/xpath-value.ts';
import type { Reader } from './read-rule.ts';

/** What an expression says of the node it is evaluated at, as far as reasoning goes; the rest is `opaque`. */
export type Formula =
  | { readonly k: 'constant'; readonly value: boolean }
  | { readonly k: 'and' | 'or'; readonly parts: readonly Formula[] }
  | { readonly k: 'not'; readonly part: Formula }
  /** Some node on the axis passes the test, and the formula holds of it. */
  | { readonly k: 'exists'; readonly axis: XPathAxis; readonly test: XPathNodeTest; readonly holds: Formula }
  /** The string value of the node. */
  | { readonly k: 'text'; readonly value: string }
  | {
      readonly k: 'count';
      /** Names what is counted. */
      readonly term: string;
      /** That there is one at all, where that can be said. */
      readonly some: Formula | undefined;
      readonly op: ComparisonOperator;
      readonly number: number;
    }
  | { readonly k: 'opaque'; readonly text: string };

/** What is known where an expression stands. */
export interface Known {
  readonly reader: Reader;
  /** Values of attributes of the node of the rule. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Whether the focus is the node of the rule, so that lets mean what their expressions do. */
  readonly atRule: boolean;
}

export const always: Formula = { k: 'constant', value: true };

/** The effective boolean value of an expression, given that it has one. */
export function formulaOf(given: XPathExpr, known: Known): Formula {
  const expr = substituted(given, known);
  return formula(expr, known);
}

function formula(expr: XPathExpr, known: Known): Formula {
  const constant = constantOf(expr, known);
  if (constant !== undefined) {
    const value = truthOf(constant);
    return value === undefined ? opaque(expr) : { k: 'constant', value };
  }
  const of = (part: XPathExpr): Formula => formula(part, known);
  switch (expr.k) {
    case 'and':
    case 'or':
      return { k: expr.k, parts: [of(expr.left), of(expr.right)] };
    case 'if':
      return {
        k: 'or',
        parts: [
          { k: 'and', parts: [of(expr.test), of(expr.then)] },
          { k: 'and', parts: [negated(of(expr.test)), of(expr.else)] },
        ],
      };
    case 'set':
      return expr.op === 'union' ? { k: 'or', parts: [of(expr.left), of(expr.right)] } : opaque(expr);
    case 'path':
      return pathFormula(expr, always, known) ?? opaque(expr);
    case 'general':
    case 'value':
      return comparisonFormula(expr, known) ?? opaque(expr);
    case 'call':
      return callFormula(expr, known);
    default:
      return opaque(expr);
  }
}

function callFormula(expr: Extract<XPathExpr, { k: 'call' }>, known: Known): Formula {
  const [first] = expr.args;
  if (first === undefined || expr.args.length > 1) return opaque(expr);
  switch (expr.name) {
    case 'not':
      return negated(formula(first, known));
    case 'boolean':
      return formula(first, known);
    case 'exists':
      return selectsNodes(first) ? formula(first, known) : opaque(expr);
    case 'empty':
      return selectsNodes(first) ? negated(formula(first, known)) : opaque(expr);
    case 'string':
      // 'true' or 'false': no empty text.
      return isBoolean(first) ? always : opaque(expr);
    case 'count':
      return countFormula(first, { op: '!=', number: 0 }, known);
    default:
      return opaque(expr);
  }
}

export function negated(part: Formula): Formula {
  return part.k === 'constant' ? { k: 'constant', value: !part.value } : { k: 'not', part };
}

function opaque(expr: XPathExpr): Formula {
  return { k: 'opaque', text: JSON.stringify(expr) };
}

function selectsNodes(expr: XPathExpr): boolean {
  if (expr.k === 'set') return selectsNodes(expr.left) && selectsNodes(expr.right);
  return expr.k === 'path' && expr.steps.every((step) => step.k === 'axis');
}

const booleanCalls: ReadonlySet<string> = new Set([
  'not',
  'boolean',
  'exists',
  'empty',
  'true',
  'false',
  'matches',
  'contains',
  'starts-with',
  'ends-with',
  'doc-available',
]);
const numberCalls: ReadonlySet<string> = new Set([
  'count',
  'string-length',
  'position',
  'last',
  'number',
  'sum',
]);

/** Always exactly one boolean. Value comparisons are not: of an empty operand they are empty. */
function isBoolean(expr: XPathExpr): boolean {
  if (expr.k === 'call') return booleanCalls.has(expr.name);
  return ['and', 'or', 'general', 'castable', 'some', 'every'].includes(expr.k);
}

function isSingle(expr: XPathExpr): boolean {
  if (expr.k === 'call')
    return booleanCalls.has(expr.name) || numberCalls.has(expr.name) || expr.name === 'string';
  return isBoolean(expr) || expr.k === 'string' || expr.k === 'number';
}

/** A predicate that is a truth, never a position. */
function isCondition(expr: XPathExpr): boolean {
  if (/"name":"(?:position|last)"/.test(JSON.stringify(expr))) return false;
  return isBoolean(expr) || expr.k === 'value' || selectsNodes(expr);
}

type Path = Extract<XPathExpr, { k: 'path' }>;

/** That a path selects a node of which `holds` is true; undefined for paths that are no plain walk from the node. */
function pathFormula(path: Path, holds: Formula, known: Known): Formula | undefined {
  if (path.root || (path.start !== undefined && path.start.k !== 'context')) return undefined;
  return stepsFormula(path.steps, holds, known);
}

/** The same of the steps of a path. */
export function stepsFormula(steps: readonly XPathStep[], holds: Formula, known: Known): Formula | undefined {
  let inner = holds;
  for (const step of [...steps].reverse()) {
    if (step.k !== 'axis' || !step.predicates.every(isCondition)) return undefined;
    const conditions = step.predicates.map((one) => formula(one, { ...known, atRule: false }));
    inner = {
      k: 'exists',
      axis: step.axis,
      test: step.test,
      holds: { k: 'and', parts: [...conditions, inner] },
    };
  }
  return inner;
}

const mirrored: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function comparisonFormula(
  expr: Extract<XPathExpr, { k: 'general' | 'value' }>,
  known: Known,
): Formula | undefined {
  const swapped = constantOf(expr.left, known) !== undefined;
  const [left, right] = swapped ? [expr.right, expr.left] : [expr.left, expr.right];
  const op = swapped ? mirrored[expr.op] : expr.op;
  const values = constantOf(right, known);
  if (values === undefined) return undefined;
  const [first] = values;
  if (left.k === 'call' && left.name === 'count' && left.args[0] !== undefined)
    return values.length === 1 && typeof first === 'number' && Number.isInteger(first)
      ? countFormula(left.args[0], { op, number: first }, known)
      : undefined;
  if (values.length === 0 || !values.every((one) => typeof one === 'string')) return undefined;
  const texts = values.map((value): Formula => ({ k: 'text', value: value }));
  const fits: Formula | undefined =
    op === '=' ? { k: 'or', parts: texts } : op === '!=' ? { k: 'or', parts: texts.map(negated) } : undefined;
  if (fits === undefined) return undefined;
  if (left.k === 'context') return fits;
  return left.k === 'path' ? pathFormula(left, fits, known) : undefined;
}

function countFormula(
  counted: XPathExpr,
  { op, number }: { readonly op: ComparisonOperator; readonly number: number },
  known: Known,
): Formula {
  if (isSingle(counted)) return { k: 'constant', value: compareNumbers(op, 1, number) };
  const some = selectsNodes(counted) ? formula(counted, known) : undefined;
  return { k: 'count', term: JSON.stringify(counted), some, op, number };
}

/** A comparison of plain numbers. */
export function compareNumbers(op: ComparisonOperator, a: number, b: number): boolean {
  return { '=': a === b, '!=': a !== b, '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b }[op];
}

/** The value of an expression that reads no document; undefined when it reads one, or is an error. */
function constantOf(expr: XPathExpr, { reader }: Known): XPathSequence | undefined {
  if (expr.k === 'string' || expr.k === 'number') return [expr.value];
  if (mayRead(expr)) return undefined;
  try {
    const compiled = compileXPath(expr, { ...reader.scope, variables: new Map() });
    if (!isConstant(compiled)) return undefined;
    return compiled.sequence({
      item: undefined,
      position: 1,
      size: 1,
      ruleItem: undefined,
      locals: [],
      globals: [],
      document: undefined as never,
    });
  } catch (error) {
    if (error instanceof XPathError) return undefined;
    throw error;
  }
}

/** Whether any part of an expression may read nodes, variables or documents. */
function mayRead(expr: XPathExpr): boolean {
  return /"k":"(?:path|filter|context|var|some|every|for)"|"name":"(?:current|doc|document|doc-available)"/.test(
    JSON.stringify(expr),
  );
}

function truthOf(value: XPathSequence): boolean | undefined {
  try {
    return booleanOf(value);
  } catch (error) {
    if (error instanceof XPathError) return undefined;
    throw error;
  }
}

/**
 * An expression with what is known put in: lets of the rule where the focus is its node, lets of plain value anywhere, and
 * attributes of known value. A let that stays is named with its definition, so that two of one name differ.
 */
function substituted(expr: XPathExpr, known: Known): XPathExpr {
  const put = (part: XPathExpr): XPathExpr => substituted(part, known);
  const inner = (part: XPathExpr): XPathExpr => substituted(part, { ...known, atRule: false });
  switch (expr.k) {
    case 'string':
    case 'number':
    case 'context':
      return expr;
    case 'var':
      return ofLet(expr.name, known);
    case 'path': {
      const value = known.atRule ? known.attributes.get(attributeName(expr) ?? '') : undefined;
      if (value !== undefined) return { k: 'string', value };
      return {
        ...expr,
        start: expr.start === undefined ? undefined : put(expr.start),
        steps: expr.steps.map((step) =>
          step.k === 'each'
            ? { k: 'each', expr: inner(step.expr) }
            : { ...step, predicates: step.predicates.map(inner) },
        ),
      };
    }
    case 'filter':
      return { ...expr, base: put(expr.base), predicates: expr.predicates.map(inner) };
    case 'sequence': {
      const items = expr.items.map(put);
      return items.length === 1 && items[0] !== undefined ? items[0] : { ...expr, items };
    }
    case 'call':
      return { ...expr, args: expr.args.map(put) };
    case 'negate':
    case 'cast':
    case 'castable':
      return { ...expr, operand: put(expr.operand) };
    case 'if':
      return { ...expr, test: put(expr.test), then: put(expr.then), else: put(expr.else) };
    case 'for':
    case 'some':
    case 'every':
      // Their variable might have the name of a let: left as written, with the definitions that names have here.
      return {
        k: 'call',
        name: 'opaque',
        args: [{ k: 'string', value: JSON.stringify(expr) }, ...definitions(known)],
      };
    default:
      return { ...expr, left: put(expr.left), right: put(expr.right) };
  }
}

/** The attribute of the focus that a path reads, when it reads nothing else. */
export function attributeName({ start, root, steps }: Path): string | undefined {
  const [step] = steps;
  if (root || start !== undefined || steps.length !== 1 || step?.k !== 'axis' || step.axis !== 'attribute')
    return undefined;
  const { test, predicates } = step;
  return test.k === 'name' && test.local !== '*' && test.namespace === '' && predicates.length === 0
    ? test.local
    : undefined;
}

function ofLet(name: string, known: Known): XPathExpr {
  const binding = known.reader.lets.get(name);
  if (binding === undefined) return { k: 'var', name };
  const atRule = !binding.global;
  const value = substituted(binding.expr, { ...known, reader: binding.reader, atRule });
  if (atRule && known.atRule) return value;
  return mayRead(value) ? { k: 'var', name: `${name}#${numberOfReader(binding.reader)}` } : value;
}

function definitions({ reader }: Known): readonly XPathExpr[] {
  return [{ k: 'number', value: numberOfReader(reader) }];
}

const numbers = new WeakMap<Reader, number>();
let readers = 0;

function numberOfReader(reader: Reader): number {
  const known = numbers.get(reader);
  if (known !== undefined) return known;
  readers += 1;
  numbers.set(reader, readers);
  return readers;
}

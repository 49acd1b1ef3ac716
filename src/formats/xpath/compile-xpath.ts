import { castValue } from './cast-value.ts';
import { compareAtomic } from './compare-values.ts';
import { compileComparison } from './compile-comparison.ts';
import { compileCall } from './compile-call.ts';
import { compilePath } from './compile-path.ts';
import { compileFilter } from './filter-predicates.ts';
import { withFocus } from './focus.ts';
import { compareOrder, inOrder } from './node-order.ts';
import { isConstant, type CompiledXPath, type XPathContext } from './xpath-context.ts';
import { XPathError } from './xpath-error.ts';
import { withVariable, type XPathScope } from './xpath-scope.ts';
import type { ArithmeticOperator, XPathExpr } from './xpath-syntax.ts';
import {
  atMostOne,
  booleanOf,
  emptySequence,
  falseSequence,
  isNode,
  numberOf,
  trueSequence,
  type XPathSequence,
} from './xpath-value.ts';
import type { XmlNode } from '../xml/xml-node.ts';

type Evaluate = CompiledXPath['sequence'];
type Traits = Pick<CompiledXPath, 'focus' | 'rule' | 'numeric' | 'positional'>;

/**
 * Turns an expression into closures. Constant parts (literals, value sets) are computed once and kept. Throws
 * XPathError on unknown functions, variables and types.
 */
export function compileXPath(expr: XPathExpr, scope: XPathScope): CompiledXPath {
  const compiled = compileExpr(expr, scope);
  return isConstant(compiled) && expr.k !== 'string' && expr.k !== 'number' ? memoized(compiled) : compiled;
}

function memoized(compiled: CompiledXPath): CompiledXPath {
  let value: XPathSequence | undefined;
  const sequence: Evaluate = (context) => (value ??= compiled.sequence(context));
  return { ...compiled, sequence, test: (context) => booleanOf(sequence(context)) };
}

function compileExpr(expr: XPathExpr, scope: XPathScope): CompiledXPath {
  const compile = (part: XPathExpr): CompiledXPath => compileXPath(part, scope);
  switch (expr.k) {
    case 'string':
      return ofSequence(keep([expr.value]), {
        focus: false,
        rule: false,
        numeric: 'never',
        positional: false,
      });
    case 'number':
      return ofSequence(keep([expr.value]), {
        focus: false,
        rule: false,
        numeric: 'maybe',
        positional: false,
      });
    case 'context':
      return ofSequence(
        (c) => {
          if (c.item === undefined) throw new XPathError('XPDY0002', 'no context item');
          return [c.item];
        },
        { focus: true, rule: false, numeric: 'maybe', positional: false },
      );
    case 'var':
      return compileVariable(expr.name, scope);
    case 'sequence':
      return compileSequence(expr.items.map(compile));
    case 'and':
    case 'or': {
      const [left, right] = [compile(expr.left), compile(expr.right)];
      const test =
        expr.k === 'and'
          ? (c: XPathContext) => left.test(c) && right.test(c)
          : (c: XPathContext) => left.test(c) || right.test(c);
      return ofTest(test, traits(left, right));
    }
    case 'general':
      return compileComparison(expr, compile, scope.library);
    case 'value':
      return compileValueComparison(expr, compile(expr.left), compile(expr.right));
    case 'node':
      return compileNodeComparison(expr.op, compile(expr.left), compile(expr.right));
    case 'arithmetic':
      return compileArithmetic(expr.op, compile(expr.left), compile(expr.right));
    case 'negate': {
      const operand = compile(expr.operand);
      return ofSequence((c) => operand.sequence(c).map((item) => -numberOf(item)), {
        ...traits(operand),
        numeric: 'maybe',
      });
    }
    case 'range': {
      const [left, right] = [compile(expr.left), compile(expr.right)];
      return ofSequence((c) => rangeOf(left.sequence(c), right.sequence(c)), {
        ...traits(left, right),
        numeric: 'maybe',
      });
    }
    case 'set':
      return compileSet(expr.op, compile(expr.left), compile(expr.right));
    case 'if': {
      const [test, then, otherwise] = [compile(expr.test), compile(expr.then), compile(expr.else)];
      const numeric = then.numeric === 'never' && otherwise.numeric === 'never' ? 'never' : 'maybe';
      return {
        sequence: (c) => (test.test(c) ? then : otherwise).sequence(c),
        test: (c) => (test.test(c) ? then : otherwise).test(c),
        ...traits(test, then, otherwise),
        numeric,
      };
    }
    case 'for':
      return compileFor(expr, scope);
    case 'some':
    case 'every':
      return compileQuantified(expr, scope);
    case 'cast':
    case 'castable':
      return compileCast(expr, compile(expr.operand));
    case 'call':
      return compileCall(expr, compile, scope);
    case 'path':
      return compilePath(expr, compile, scope.library);
    case 'filter':
      return compileFilter(compile(expr.base), expr.predicates.map(compile));
  }
}

function keep(value: XPathSequence): Evaluate {
  return () => value;
}

function ofSequence(sequence: Evaluate, given: Traits): CompiledXPath {
  return { sequence, test: (c) => booleanOf(sequence(c)), ...given };
}

function ofTest(test: CompiledXPath['test'], given: Traits): CompiledXPath {
  return { sequence: (c) => (test(c) ? trueSequence : falseSequence), test, ...given };
}

function traits(...parts: readonly CompiledXPath[]): Traits {
  return {
    focus: parts.some((part) => part.focus),
    rule: parts.some((part) => part.rule),
    numeric: 'never',
    positional: parts.some((part) => part.positional),
  };
}

function compileVariable(name: string, scope: XPathScope): CompiledXPath {
  const binding = scope.variables.get(name);
  if (binding === undefined) throw new XPathError('XPST0008', `undeclared variable $${name}`);
  const { slot, value, place } = binding;
  if (value !== undefined && isConstant(value)) return value;
  const given: Traits = {
    focus: false,
    rule: true,
    numeric: value?.numeric ?? 'maybe',
    positional: false,
  };
  if (value === undefined) return ofSequence((c) => c.locals[slot] ?? emptySequence, given);
  if (place === 'global')
    return ofSequence((c) => (c.globals[slot] ??= withFocus(c, c.document, 1, 1, value.sequence)), given);
  return ofSequence((c) => (c.locals[slot] ??= withFocus(c, c.ruleItem, 1, 1, value.sequence)), given);
}

function compileSequence(items: readonly CompiledXPath[]): CompiledXPath {
  const numeric = items.every((item) => item.numeric === 'never') ? 'never' : 'maybe';
  return ofSequence((c) => items.flatMap((item) => item.sequence(c)), { ...traits(...items), numeric });
}

function compileValueComparison(
  expr: Extract<XPathExpr, { k: 'value' }>,
  left: CompiledXPath,
  right: CompiledXPath,
): CompiledXPath {
  return ofSequence(
    (c) => {
      const a = atMostOne(left.sequence(c), 'a value comparison');
      const b = atMostOne(right.sequence(c), 'a value comparison');
      if (a === undefined || b === undefined) return emptySequence;
      return compareAtomic(expr.op, a, b) ? trueSequence : falseSequence;
    },
    traits(left, right),
  );
}

function compileNodeComparison(
  op: 'is' | '<<' | '>>',
  left: CompiledXPath,
  right: CompiledXPath,
): CompiledXPath {
  return ofSequence(
    (c) => {
      const [first, second] = [left.sequence(c), right.sequence(c)];
      const [[a], [b]] = [first, second];
      if (a === undefined || b === undefined) return emptySequence;
      if (first.length > 1 || second.length > 1 || !isNode(a) || !isNode(b))
        throw new XPathError('XPTY0004', `${op} compares two nodes`);
      const order = compareOrder(a, b);
      return (op === 'is' ? order === 0 : op === '<<' ? order < 0 : order > 0) ? trueSequence : falseSequence;
    },
    traits(left, right),
  );
}

function compileArithmetic(op: ArithmeticOperator, left: CompiledXPath, right: CompiledXPath): CompiledXPath {
  const sequence: Evaluate = (c) => {
    const a = atMostOne(left.sequence(c), 'arithmetic');
    const b = atMostOne(right.sequence(c), 'arithmetic');
    if (a === undefined || b === undefined) return emptySequence;
    return [calculate(op, numberFor(a), numberFor(b))];
  };
  return ofSequence(sequence, { ...traits(left, right), numeric: 'maybe' });
}

/** Untyped operands are cast to xs:double; a text that is none is an error. */
function numberFor(value: Parameters<typeof castValue>[0]): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'object' && value.kind === 'untyped') return numberOf(castValue(value, 'double'));
  throw new XPathError('XPTY0004', 'arithmetic needs numbers');
}

function calculate(op: ArithmeticOperator, a: number, b: number): number {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case 'div':
      return a / b;
    case 'mod':
      return a % b;
    case 'idiv':
      if (b === 0) throw new XPathError('FOAR0001', 'division by zero');
      return Math.trunc(a / b);
  }
}

function rangeOf(left: XPathSequence, right: XPathSequence): XPathSequence {
  const [a, b] = [atMostOne(left, 'to'), atMostOne(right, 'to')];
  if (a === undefined || b === undefined) return emptySequence;
  const [from, to] = [numberFor(a), numberFor(b)];
  if (to - from > 1_000_000) throw new XPathError('XPDY0130', 'a range of more than a million');
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

function compileSet(
  op: 'union' | 'intersect' | 'except',
  left: CompiledXPath,
  right: CompiledXPath,
): CompiledXPath {
  const nodes = (sequence: XPathSequence): readonly XmlNode[] => {
    if (!sequence.every(isNode)) throw new XPathError('XPTY0004', `${op} takes nodes`);
    return sequence;
  };
  const sequence: Evaluate = (c) => {
    const [a, b] = [nodes(left.sequence(c)), nodes(right.sequence(c))];
    if (op === 'union') return b.length === 0 ? a : a.length === 0 ? b : inOrder([...a, ...b]);
    const others = new Set(b);
    return inOrder(a.filter((node) => others.has(node) === (op === 'intersect')));
  };
  const test: CompiledXPath['test'] =
    op === 'union' ? (c) => left.test(c) || right.test(c) : (c) => sequence(c).length > 0;
  return { sequence, test, ...traits(left, right) };
}

function compileFor(expr: Extract<XPathExpr, { k: 'for' }>, scope: XPathScope): CompiledXPath {
  const source = compileXPath(expr.in, scope);
  const slot = scope.freshSlot();
  const body = compileXPath(expr.return, withVariable(scope, expr.variable, { place: 'local', slot }));
  return ofSequence(
    (c) => {
      const results: XPathSequence[number][] = [];
      for (const item of source.sequence(c)) {
        c.locals[slot] = [item];
        results.push(...body.sequence(c));
      }
      return results;
    },
    { ...traits(source, body), numeric: 'maybe' },
  );
}

function compileQuantified(
  expr: Extract<XPathExpr, { k: 'some' | 'every' }>,
  scope: XPathScope,
): CompiledXPath {
  const source = compileXPath(expr.in, scope);
  const slot = scope.freshSlot();
  const body = compileXPath(expr.satisfies, withVariable(scope, expr.variable, { place: 'local', slot }));
  const every = expr.k === 'every';
  return ofTest(
    (c) => {
      for (const item of source.sequence(c)) {
        c.locals[slot] = [item];
        if (body.test(c) !== every) return !every;
      }
      return every;
    },
    traits(source, body),
  );
}

function compileCast(
  expr: Extract<XPathExpr, { k: 'cast' | 'castable' }>,
  operand: CompiledXPath,
): CompiledXPath {
  const cast = (c: XPathContext): XPathSequence => {
    const value = atMostOne(operand.sequence(c), 'a cast');
    if (value === undefined) {
      if (expr.optional) return emptySequence;
      throw new XPathError('XPTY0004', 'nothing to cast');
    }
    return [castValue(value, expr.type)];
  };
  if (expr.k === 'cast') return ofSequence(cast, { ...traits(operand), numeric: 'maybe' });
  return ofTest((c) => {
    const items = operand.sequence(c);
    if (items.length !== 1) return items.length === 0 && expr.optional;
    try {
      cast(c);
      return true;
    } catch (error) {
      if (error instanceof XPathError && error.code === 'FORG0001') return false;
      throw error;
    }
  }, traits(operand));
}

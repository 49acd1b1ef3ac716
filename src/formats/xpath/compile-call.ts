import { castValue } from './cast-value.ts';
import { documentOf } from './document-index.ts';
import type { CompiledXPath, XPathContext } from './xpath-context.ts';
import { XPathError } from './xpath-error.ts';
import { xpathFunctions } from './xpath-functions.ts';
import type { XPathScope } from './xpath-scope.ts';
import type { XPathExpr } from './xpath-syntax.ts';
import {
  atMostOne,
  booleanOf,
  emptySequence,
  falseSequence,
  isNode,
  stringOf,
  trueSequence,
  type XPathSequence,
} from './xpath-value.ts';

type Call = Extract<XPathExpr, { k: 'call' }>;
type Compile = (expr: XPathExpr) => CompiledXPath;

const numberFunctions: ReadonlySet<string> = new Set([
  'count',
  'number',
  'string-length',
  'floor',
  'ceiling',
  'round',
  'abs',
  'sum',
  'avg',
  'min',
  'max',
  'string-to-codepoints',
  'reverse',
  'subsequence',
  'index-of',
  'data',
  'distinct-values',
  'position',
  'last',
]);

/** A function call; `current()`, `position()`, documents and casts need more than their arguments. */
export function compileCall(expr: Call, compile: Compile, scope: XPathScope): CompiledXPath {
  const args = expr.args.map(compile);
  const focus = args.some((arg) => arg.focus);
  const rule = args.some((arg) => arg.rule);
  const positional = args.some((arg) => arg.positional);
  const build = (
    sequence: CompiledXPath['sequence'],
    overrides: Partial<CompiledXPath> = {},
  ): CompiledXPath => ({
    sequence,
    test: (c) => booleanOf(sequence(c)),
    focus,
    rule,
    positional,
    numeric: numberFunctions.has(expr.name) ? 'maybe' : 'never',
    ...overrides,
  });
  switch (expr.name) {
    case 'position':
      return build((c) => [c.position], { focus: true, positional: true });
    case 'last':
      return build((c) => [c.size], { focus: true, positional: true });
    case 'current':
      return build((c) => (c.ruleItem === undefined ? emptySequence : [c.ruleItem]), { rule: true });
    case 'root':
      return build(rootOf(args), { focus: focus || args.length === 0 });
    case 'doc':
    case 'document':
    case 'doc-available':
      return compileDocument(expr.name, args, scope, build);
    default:
      return compileLogical(expr, args, build) ?? compileKnown(expr, args, build);
  }
}

type Build = (sequence: CompiledXPath['sequence'], overrides?: Partial<CompiledXPath>) => CompiledXPath;

function rootOf(args: readonly CompiledXPath[]): CompiledXPath['sequence'] {
  return (c) => {
    const node = args[0] === undefined ? c.item : args[0].sequence(c)[0];
    if (node === undefined) return emptySequence;
    if (!isNode(node)) throw new XPathError('XPTY0004', 'root takes a node');
    return [documentOf(node)];
  };
}

function compileDocument(
  name: 'doc' | 'document' | 'doc-available',
  args: readonly CompiledXPath[],
  scope: XPathScope,
  build: Build,
): CompiledXPath {
  const [address] = args;
  if (address === undefined) throw new XPathError('XPST0017', `${name} takes an address`);
  const load = (c: XPathContext): XPathSequence => {
    const values = address.sequence(c);
    if (name === 'document') return values.flatMap((value) => scope.library.load(stringOf(value)) ?? []);
    const one = atMostOne(values, name);
    if (one === undefined) return emptySequence;
    const document = scope.library.load(stringOf(one));
    if (document === undefined) throw new XPathError('FODC0002', `no document ${stringOf(one)}`);
    return [document];
  };
  if (name !== 'doc-available') return build(load);
  const available = (c: XPathContext): boolean => {
    const one = atMostOne(address.sequence(c), name);
    return one !== undefined && scope.library.has(stringOf(one));
  };
  return build((c) => (available(c) ? trueSequence : falseSequence), { test: available });
}

/** `not`, `exists`, `empty`, `boolean` of an expression that can be tested without its sequence. */
function compileLogical(expr: Call, args: readonly CompiledXPath[], build: Build): CompiledXPath | undefined {
  const [arg] = args;
  if (arg === undefined || args.length !== 1) return undefined;
  const isPath = expr.args[0]?.k === 'path' && expr.args[0].steps.every((step) => step.k === 'axis');
  const ofTest = (test: CompiledXPath['test']): CompiledXPath =>
    build((c) => (test(c) ? trueSequence : falseSequence), { test });
  switch (expr.name) {
    case 'not':
      return ofTest((c) => !arg.test(c));
    case 'boolean':
      return ofTest(arg.test);
    case 'exists':
      return isPath ? ofTest(arg.test) : undefined;
    case 'empty':
      return isPath ? ofTest((c) => !arg.test(c)) : undefined;
    default:
      return undefined;
  }
}

function compileKnown(expr: Call, args: readonly CompiledXPath[], build: Build): CompiledXPath {
  if (expr.name.startsWith('xs:') && args.length === 1) {
    const type = expr.name.slice(3);
    return build(
      (c) => {
        const value = atMostOne(args[0]?.sequence(c) ?? emptySequence, expr.name);
        return value === undefined ? emptySequence : [castValue(value, type)];
      },
      { numeric: 'maybe' },
    );
  }
  const known = Object.hasOwn(xpathFunctions, expr.name) ? xpathFunctions[expr.name] : undefined;
  if (known === undefined || args.length < known.arity[0] || args.length > known.arity[1])
    throw new XPathError('XPST0017', `unknown function ${expr.name}#${args.length}`);
  const { call } = known;
  if (known.contextual === true && args.length === 0)
    return build(
      (c) => {
        if (c.item === undefined) throw new XPathError('XPDY0002', 'no context item');
        return call([[c.item]]);
      },
      { focus: true },
    );
  const [first, second] = args;
  if (args.length === 1 && first !== undefined) return build((c) => call([first.sequence(c)]));
  if (args.length === 2 && first !== undefined && second !== undefined)
    return build((c) => call([first.sequence(c), second.sequence(c)]));
  return build((c) => call(args.map((arg) => arg.sequence(c))));
}

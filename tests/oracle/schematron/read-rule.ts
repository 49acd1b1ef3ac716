import { compileXPath } from '../../../src/formats/xpath/compile-xpath.ts';
import { documentOf } from '../../../src/formats/xpath/document-index.ts';
import { parseXPath } from '../../../src/formats/xpath/parse-xpath.ts';
import type {
  CompiledXPath,
  DocumentLibrary,
  XPathContext,
} from '../../../src/formats/xpath/xpath-context.ts';
import { XPathError } from '../../../src/formats/xpath/xpath-error.ts';
import { withVariable, type XPathScope } from '../../../src/formats/xpath/xpath-scope.ts';
import type { XPathExpr } from '../../../src/formats/xpath/xpath-syntax.ts';
import { isNode, type XPathSequence } from '../../../src/formats/xpath/xpath-value.ts';
import type {
  SchematronAssertion,
  SchematronLet,
  SchematronSource,
} from '../../../src/formats/schematron/schematron-source.ts';
import type { XmlNode } from '../../../src/formats/xml/xml-node.ts';

/** A let, and what the names in it mean. */
export interface LetBinding {
  readonly expr: XPathExpr;
  readonly reader: Reader;
  /** Of the schema or a pattern: evaluated at the document, else at the node of the rule. */
  readonly global: boolean;
}

/** What names mean where an expression of a rule stands, and that expression's compiled parts. */
export interface Reader {
  readonly scope: XPathScope;
  /** Lets in scope, innermost of each name. */
  readonly lets: ReadonlyMap<string, LetBinding>;
  /** Values that examples give an attribute of that name. */
  readonly usual: (attribute: string) => readonly string[];
  readonly slots: { local: number; global: number };
  readonly compiled: Map<string, WeakMap<XPathExpr, CompiledXPath | XPathError>>;
  /** Slots of variables bound from outside. */
  readonly boundSlots: Map<string, number>;
}

/** Where an expression is evaluated: the node of its rule, and the nodes of quantified variables around it. */
export interface Stand {
  readonly reader: Reader;
  readonly ruleNode: XmlNode;
  readonly bound: ReadonlyMap<string, XmlNode>;
}

export interface ReadAssertion {
  readonly source: SchematronAssertion;
  /** Index among the items of the rule. */
  readonly item: number;
  readonly test: XPathExpr;
  readonly reader: Reader;
}

export interface ReadRule {
  readonly context: XPathExpr;
  /** Of the context, where no let of the rule exists. */
  readonly reader: Reader;
  /** Those that can be parsed. */
  readonly assertions: readonly ReadAssertion[];
}

/** The parsed rules of a schema, by index of pattern and rule; each is read the first time it is asked for. */
export function readRulesOf(
  source: SchematronSource,
  library: DocumentLibrary,
  usual: Reader['usual'] = () => [],
): (pattern: number, rule: number) => ReadRule | undefined {
  const base = emptyReader(library, usual);
  const global = source.lets.reduce(
    (reader, one) => withLet(reader, one, { ...source, place: 'global' }),
    base,
  );
  const known = new Map<string, ReadRule | undefined>();
  return (pattern, rule) => {
    const key = `${pattern} ${rule}`;
    if (!known.has(key)) known.set(key, readRule(source, global, [pattern, rule]));
    return known.get(key);
  };
}

function emptyReader(library: DocumentLibrary, usual: Reader['usual']): Reader {
  const slots = { local: 0, global: 0 };
  const scope: XPathScope = { variables: new Map(), library, freshSlot: () => (slots.local += 1) - 1 };
  return { scope, lets: new Map(), usual, slots, compiled: new Map(), boundSlots: new Map() };
}

function readRule(
  source: SchematronSource,
  global: Reader,
  [pattern, at]: readonly [number, number],
): ReadRule | undefined {
  const { namespaces } = source;
  const from = source.patterns[pattern];
  const rule = from?.rules[at];
  if (from === undefined || rule === undefined) return undefined;
  const context = parsed(rule.context, namespaces);
  if (context === undefined) return undefined;
  const reader = from.lets.reduce((sum, one) => withLet(sum, one, { namespaces, place: 'global' }), global);
  const assertions: ReadAssertion[] = [];
  let inner = reader;
  for (const [item, one] of rule.items.entries()) {
    if (one.k === 'let') inner = withLet(inner, one, { namespaces, place: 'local' });
    else {
      const test = parsed(one.test, namespaces);
      if (test !== undefined) assertions.push({ source: one, item, test, reader: inner });
    }
  }
  return { context, reader, assertions };
}

/** An expression that cannot be parsed is unjudged by the engine: nothing to break. */
function parsed(text: string, namespaces: Readonly<Record<string, string>>): XPathExpr | undefined {
  try {
    return parseXPath(text, namespaces);
  } catch (error) {
    if (error instanceof XPathError) return undefined;
    throw error;
  }
}

interface Declaring {
  readonly namespaces: Readonly<Record<string, string>>;
  readonly place: 'local' | 'global';
}

function withLet(reader: Reader, { name, value }: SchematronLet, { namespaces, place }: Declaring): Reader {
  const expr = parsed(value, namespaces);
  const compiled = expr === undefined ? undefined : compiledIn(reader, expr);
  if (expr === undefined || compiled === undefined || compiled instanceof XPathError) return reader;
  const slot = (reader.slots[place] += 1) - 1;
  return {
    slots: reader.slots,
    usual: reader.usual,
    compiled: new Map(),
    boundSlots: new Map(),
    lets: new Map(reader.lets).set(name, { expr, reader, global: place === 'global' }),
    scope: withVariable(reader.scope, name, { place, slot, value: compiled }),
  };
}

/** The value of an expression at a node; undefined where it is an error. */
export function valueAt(expr: XPathExpr, node: XmlNode, stand: Stand): XPathSequence | undefined {
  return unlessError(() => {
    const { compiled, context } = readyAt(expr, node, stand);
    return compiled.sequence(context);
  });
}

/** Its effective boolean value; undefined where it is an error. */
export function truthAt(expr: XPathExpr, node: XmlNode, stand: Stand): boolean | undefined {
  return unlessError(() => {
    const { compiled, context } = readyAt(expr, node, stand);
    return compiled.test(context);
  });
}

/** The nodes of the judged document among its value. */
export function nodesAt(expr: XPathExpr, node: XmlNode, stand: Stand): readonly XmlNode[] {
  const own = documentOf(node);
  return (valueAt(expr, node, stand) ?? []).filter(isNode).filter((one) => documentOf(one) === own);
}

function unlessError<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof XPathError) return undefined;
    throw error;
  }
}

/** An expression compiled, and the context to run it in. Throws XPathError. */
function readyAt(
  expr: XPathExpr,
  node: XmlNode,
  { reader, ruleNode, bound }: Stand,
): { readonly compiled: CompiledXPath; readonly context: XPathContext } {
  let { scope } = reader;
  const locals: (XPathSequence | undefined)[] = [];
  for (const [name, one] of bound) {
    const slot = reader.boundSlots.get(name) ?? scope.freshSlot();
    reader.boundSlots.set(name, slot);
    scope = withVariable(scope, name, { place: 'local', slot });
    locals[slot] = [one];
  }
  const compiled = compiledIn({ ...reader, scope }, expr, [...bound.keys()].join(' '));
  if (compiled instanceof XPathError) throw compiled;
  const document = documentOf(node);
  return {
    compiled,
    context: { item: node, position: 1, size: 1, ruleItem: ruleNode, locals, globals: [], document },
  };
}

function compiledIn(
  { compiled: tables, scope }: Reader,
  expr: XPathExpr,
  key = '',
): CompiledXPath | XPathError {
  const known = tables.get(key) ?? new WeakMap<XPathExpr, CompiledXPath | XPathError>();
  tables.set(key, known);
  let compiled = known.get(expr);
  if (compiled === undefined) {
    try {
      compiled = compileXPath(expr, scope);
    } catch (error) {
      if (!(error instanceof XPathError)) throw error;
      compiled = error;
    }
    known.set(expr, compiled);
  }
  return compiled;
}

import { compilePattern, type CompiledPattern } from '../xpath/compile-pattern.ts';
import { compileXPath } from '../xpath/compile-xpath.ts';
import { parseXPath } from '../xpath/parse-xpath.ts';
import type { CompiledXPath, DocumentLibrary } from '../xpath/xpath-context.ts';
import { XPathError } from '../xpath/xpath-error.ts';
import { withVariable, type XPathScope } from '../xpath/xpath-scope.ts';
import type { XPathExpr } from '../xpath/xpath-syntax.ts';
import type {
  SchematronAssertion,
  SchematronLet,
  SchematronPattern,
  SchematronRule,
  SchematronSource,
} from './schematron-source.ts';

/** A rule set ready to judge; contexts compile when a document may match them, assertions when their rule fires. */
export interface CompiledRuleSet {
  readonly source: SchematronSource;
  readonly globals: number;
  readonly patterns: readonly RunnablePattern[];
}

export interface RunnablePattern {
  readonly at: number;
  readonly source: SchematronPattern;
  readonly rules: readonly RunnableRule[];
}

export interface RunnableRule {
  readonly at: number;
  readonly source: SchematronRule;
  /** Compiled the first time it is asked for; the error when it is no pattern that this engine knows. */
  readonly context: () => CompiledPattern | XPathError;
  readonly body: () => RuleBody;
}

export interface RuleBody {
  readonly assertions: readonly RunnableAssertion[];
  /** Local slots to clear before each firing. */
  readonly slots: number;
}

export interface RunnableAssertion {
  /** Index among the items of the rule. */
  readonly at: number;
  readonly source: SchematronAssertion;
  readonly test: CompiledXPath | XPathError;
  readonly message: () => readonly (string | CompiledXPath | XPathError)[];
}

/** Binds variables. Never throws: what cannot be compiled is kept as its error. */
export function compileRuleSet(source: SchematronSource, library: DocumentLibrary): CompiledRuleSet {
  const compilation: Compilation = { namespaces: source.namespaces, parsed: new Map(), shared: new Map() };
  let slots = 0;
  const empty: XPathScope = { variables: new Map(), library, freshSlot: () => (slots += 1) - 1 };
  let globals = 0;
  const declare = (scope: XPathScope, { name, value }: SchematronLet): XPathScope => {
    const compiled = attempt(() => compile(value, compilation, scope));
    const slot = (globals += 1) - 1;
    return withVariable(scope, name, { place: 'global', slot, value: orFailing(compiled) });
  };
  const global = source.lets.reduce(declare, empty);
  const patterns = source.patterns.map((pattern, at): RunnablePattern => {
    const scope = pattern.lets.reduce(declare, global);
    const bodies = new Map<SchematronRule['items'], RuleBody>();
    return {
      at,
      source: pattern,
      rules: pattern.rules.map((rule, order) => ({
        at: order,
        ...compileRule(rule, compilation, { scope, bodies }),
      })),
    };
  });
  return { source, globals, patterns };
}

/** A schema being compiled, and its expressions that mean the same wherever they stand. */
interface Compilation {
  readonly namespaces: SchematronSource['namespaces'];
  readonly parsed: Map<string, XPathExpr>;
  readonly shared: Map<string, CompiledXPath>;
}

/** Neither variables nor the slots of quantifiers: such a text is compiled once. Generated schemas repeat thousands. */
const scoped = /\$|\b(?:for|some|every)\b/;

function compile(text: string, source: Compilation, scope: XPathScope): CompiledXPath {
  const known = source.shared.get(text);
  if (known !== undefined) return known;
  const compiled = compileXPath(parse(text, source), scope);
  if (!scoped.test(text)) source.shared.set(text, compiled);
  return compiled;
}

function parse(text: string, { namespaces, parsed }: Compilation): XPathExpr {
  let expr = parsed.get(text);
  if (expr === undefined) parsed.set(text, (expr = parseXPath(text, namespaces)));
  return expr;
}

function attempt<T>(make: () => T): T | XPathError {
  try {
    return make();
  } catch (error) {
    if (error instanceof XPathError) return error;
    throw error;
  }
}

/** A let that cannot be compiled fails when it is read, not before. */
function orFailing(compiled: CompiledXPath | XPathError): CompiledXPath {
  if (!(compiled instanceof XPathError)) return compiled;
  const fail = (): never => {
    throw compiled;
  };
  return { sequence: fail, test: fail, focus: false, rule: true, numeric: 'maybe', positional: false };
}

/** What the rules of a pattern share: its variables, and the bodies of rules that have the same items. */
interface PatternScope {
  readonly scope: XPathScope;
  readonly bodies: Map<SchematronRule['items'], RuleBody>;
}

function compileRule(
  rule: SchematronRule,
  source: Compilation,
  { scope, bodies }: PatternScope,
): Omit<RunnableRule, 'at'> {
  let context: CompiledPattern | XPathError | undefined;
  return {
    source: rule,
    context: () =>
      (context ??= attempt(() => compilePattern(parseXPath(rule.context, source.namespaces), scope))),
    body: () => {
      let body = bodies.get(rule.items);
      if (body === undefined) bodies.set(rule.items, (body = compileBody(rule, source, scope)));
      return body;
    },
  };
}

/** Lets are lexical: a name may be bound again further down the rule. */
function compileBody(rule: SchematronRule, source: Compilation, outer: XPathScope): RuleBody {
  let slots = 0;
  let scope: XPathScope = { ...outer, freshSlot: () => (slots += 1) - 1 };
  const assertions: RunnableAssertion[] = [];
  for (const [at, item] of rule.items.entries()) {
    if (item.k === 'let') {
      const here = scope;
      const value = orFailing(attempt(() => compile(item.value, source, here)));
      scope = withVariable(scope, item.name, { place: 'local', slot: scope.freshSlot(), value });
    } else assertions.push({ at, ...compileAssertion(item, source, scope) });
  }
  return { assertions, slots };
}

function compileAssertion(
  assertion: SchematronAssertion,
  source: Compilation,
  scope: XPathScope,
): Omit<RunnableAssertion, 'at'> {
  let message: readonly (string | CompiledXPath | XPathError)[] | undefined;
  return {
    source: assertion,
    test: attempt(() => compile(assertion.test, source, scope)),
    message: () =>
      (message ??= assertion.message.map((part) => {
        if (typeof part === 'string') return part;
        const text = 'select' in part ? part.select : `name(${part.path})`;
        return attempt(() => compile(text, source, scope));
      })),
  };
}

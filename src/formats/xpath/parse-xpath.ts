import { internedText } from '../xml/interned-text.ts';
import { tokenizeXPath, type XPathToken } from './tokenize-xpath.ts';
import { XPathError } from './xpath-error.ts';
import type {
  ArithmeticOperator,
  ComparisonOperator,
  XPathAxis,
  XPathExpr,
  XPathNodeTest,
  XPathStep,
} from './xpath-syntax.ts';

const axes: ReadonlySet<string> = new Set<XPathAxis>([
  'child',
  'descendant',
  'descendant-or-self',
  'attribute',
  'self',
  'parent',
  'ancestor',
  'ancestor-or-self',
  'following-sibling',
  'preceding-sibling',
  'following',
  'preceding',
]);
const kinds: Readonly<Record<string, (XPathNodeTest & { k: 'kind' })['kind']>> = {
  node: 'node',
  text: 'text',
  comment: 'comment',
  'processing-instruction': 'instruction',
  'document-node': 'document',
  element: 'element',
  attribute: 'attribute',
};
const valueOperators: Readonly<Record<string, ComparisonOperator>> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};
const generalOperators: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=']);
const multiplicative: ReadonlySet<string> = new Set(['*', 'div', 'idiv', 'mod']);
const descendantStep: XPathStep = {
  k: 'axis',
  axis: 'descendant-or-self',
  test: { k: 'kind', kind: 'node' },
  predicates: [],
};

/**
 * Parses an XPath 2.0 expression; prefixes are bound now, by `namespaces` (unprefixed element names have none).
 * Throws XPathError XPST0003 (syntax) or XPST0081 (unbound prefix).
 */
export function parseXPath(source: string, namespaces: Readonly<Record<string, string>>): XPathExpr {
  return new XPathParser(source, namespaces).whole();
}

/** A cursor over the tokens of one expression. */
class XPathParser {
  readonly #tokens: readonly XPathToken[];
  readonly #namespaces: Readonly<Record<string, string>>;
  #at = 0;

  constructor(source: string, namespaces: Readonly<Record<string, string>>) {
    this.#tokens = tokenizeXPath(source);
    this.#namespaces = namespaces;
  }

  whole(): XPathExpr {
    const expr = this.#expr();
    if (this.#peek().kind !== 'end') throw this.#unexpected();
    return expr;
  }

  #peek(ahead = 0): XPathToken {
    return this.#tokens[this.#at + ahead] ?? { kind: 'end', text: '', at: 0 };
  }

  /** A symbol or an operator name; strings never match. */
  #is(text: string, ahead = 0): boolean {
    const token = this.#peek(ahead);
    return token.text === text && (token.kind === 'symbol' || token.kind === 'name');
  }

  #take(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#at += 1;
    return true;
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw this.#unexpected(text);
  }

  #unexpected(wanted?: string): XPathError {
    const { text, at } = this.#peek();
    return new XPathError(
      'XPST0003',
      `unexpected '${text}' at ${at}${wanted === undefined ? '' : `, expected '${wanted}'`}`,
    );
  }

  #expr(): XPathExpr {
    const first = this.#single();
    if (!this.#is(',')) return first;
    const items = [first];
    while (this.#take(',')) items.push(this.#single());
    return { k: 'sequence', items };
  }

  #single(): XPathExpr {
    if (this.#is('$', 1)) {
      if (this.#take('for'))
        return this.#bound('return', (variable, source, body) => ({
          k: 'for',
          variable,
          in: source,
          return: body,
        }));
      for (const k of ['some', 'every'] as const)
        if (this.#take(k))
          return this.#bound('satisfies', (variable, source, satisfies) => ({
            k,
            variable,
            in: source,
            satisfies,
          }));
    }
    if (this.#is('if') && this.#is('(', 1)) return this.#if();
    return this.#or();
  }

  #bound(word: string, make: (variable: string, source: XPathExpr, body: XPathExpr) => XPathExpr): XPathExpr {
    this.#expect('$');
    const variable = this.#name();
    this.#expect('in');
    const source = this.#single();
    if (this.#take(',')) return make(variable, source, this.#bound(word, make));
    this.#expect(word);
    return make(variable, source, this.#single());
  }

  #if(): XPathExpr {
    this.#at += 2;
    const test = this.#expr();
    this.#expect(')');
    this.#expect('then');
    const then = this.#single();
    this.#expect('else');
    return { k: 'if', test, then, else: this.#single() };
  }

  #or(): XPathExpr {
    let left = this.#and();
    while (this.#take('or')) left = { k: 'or', left, right: this.#and() };
    return left;
  }

  #and(): XPathExpr {
    let left = this.#comparison();
    while (this.#take('and')) left = { k: 'and', left, right: this.#comparison() };
    return left;
  }

  #comparison(): XPathExpr {
    const left = this.#range();
    const { kind, text } = this.#peek();
    if (kind !== 'symbol' && kind !== 'name') return left;
    if (generalOperators.has(text)) {
      this.#at += 1;
      return { k: 'general', op: text as ComparisonOperator, left, right: this.#range() };
    }
    if (text === 'is' || text === '<<' || text === '>>') {
      this.#at += 1;
      return { k: 'node', op: text, left, right: this.#range() };
    }
    const op = kind === 'name' && Object.hasOwn(valueOperators, text) ? valueOperators[text] : undefined;
    if (op === undefined) return left;
    this.#at += 1;
    return { k: 'value', op, left, right: this.#range() };
  }

  #range(): XPathExpr {
    const left = this.#additive();
    return this.#take('to') ? { k: 'range', left, right: this.#additive() } : left;
  }

  #additive(): XPathExpr {
    let left = this.#multiplicative();
    while (this.#is('+') || this.#is('-')) {
      const op: ArithmeticOperator = this.#take('+') ? '+' : '-';
      if (op === '-') this.#expect('-');
      left = { k: 'arithmetic', op, left, right: this.#multiplicative() };
    }
    return left;
  }

  #multiplicative(): XPathExpr {
    let left = this.#union();
    for (;;) {
      const { kind, text } = this.#peek();
      if ((kind !== 'symbol' && kind !== 'name') || !multiplicative.has(text)) return left;
      this.#at += 1;
      left = { k: 'arithmetic', op: text as ArithmeticOperator, left, right: this.#union() };
    }
  }

  #union(): XPathExpr {
    let left = this.#intersect();
    while (this.#take('|') || this.#take('union'))
      left = { k: 'set', op: 'union', left, right: this.#intersect() };
    return left;
  }

  #intersect(): XPathExpr {
    let left = this.#cast();
    for (;;) {
      if (this.#take('intersect')) left = { k: 'set', op: 'intersect', left, right: this.#cast() };
      else if (this.#take('except')) left = { k: 'set', op: 'except', left, right: this.#cast() };
      else return left;
    }
  }

  #cast(): XPathExpr {
    const operand = this.#unary();
    for (const k of ['castable', 'cast'] as const) {
      if (!(this.#is(k) && this.#is('as', 1))) continue;
      this.#at += 2;
      const type = this.#name().replace(/^.*:/, '');
      return { k, operand, type, optional: this.#take('?') };
    }
    return operand;
  }

  #unary(): XPathExpr {
    if (this.#take('-')) return { k: 'negate', operand: this.#unary() };
    if (this.#take('+')) return this.#unary();
    return this.#path();
  }

  #path(): XPathExpr {
    if (this.#take('//'))
      return { k: 'path', start: undefined, root: true, steps: [descendantStep, ...this.#steps()] };
    if (this.#take('/')) {
      const steps = this.#startsStep() ? this.#steps() : [];
      return { k: 'path', start: undefined, root: true, steps };
    }
    if (!this.#startsAxisStep()) {
      const start = this.#filter();
      if (this.#take('//'))
        return { k: 'path', start, root: false, steps: [descendantStep, ...this.#steps()] };
      if (this.#take('/')) return { k: 'path', start, root: false, steps: this.#steps() };
      return start;
    }
    return { k: 'path', start: undefined, root: false, steps: this.#steps() };
  }

  #steps(): readonly XPathStep[] {
    const steps = [this.#step()];
    for (;;) {
      if (this.#take('//')) steps.push(descendantStep, this.#step());
      else if (this.#take('/')) steps.push(this.#step());
      else return steps;
    }
  }

  #startsStep(): boolean {
    const { kind, text } = this.#peek();
    return kind !== 'end' && (kind !== 'symbol' || ['*', '@', '.', '..', '(', '$'].includes(text));
  }

  #startsAxisStep(): boolean {
    const { kind, text } = this.#peek();
    if (kind === 'symbol') return text === '@' || text === '..' || text === '*';
    if (kind !== 'name') return false;
    if (!this.#is('(', 1)) return true;
    return Object.hasOwn(kinds, text);
  }

  #step(): XPathStep {
    if (!this.#startsAxisStep()) return { k: 'each', expr: this.#filter() };
    if (this.#take('..'))
      return { k: 'axis', axis: 'parent', test: { k: 'kind', kind: 'node' }, predicates: this.#predicates() };
    let axis: XPathAxis = 'child';
    if (this.#take('@')) axis = 'attribute';
    else if (this.#is('::', 1)) {
      const { text } = this.#peek();
      if (!axes.has(text)) throw new XPathError('XPST0003', `unsupported axis ${text}`);
      axis = text as XPathAxis;
      this.#at += 2;
    }
    const test = this.#nodeTest();
    const implied = test.k === 'kind' && test.kind === 'attribute' && axis === 'child' ? 'attribute' : axis;
    return { k: 'axis', axis: implied, test, predicates: this.#predicates() };
  }

  #nodeTest(): XPathNodeTest {
    if (this.#take('*')) return { k: 'name', local: '*', namespace: '*' };
    const { text } = this.#peek();
    const kind = this.#is('(', 1) && Object.hasOwn(kinds, text) ? kinds[text] : undefined;
    if (kind !== undefined) {
      this.#at += 2;
      this.#expect(')');
      return { k: 'kind', kind };
    }
    const name = this.#name();
    const colon = name.indexOf(':');
    // As in the documents: what is compared at every node is one string.
    if (colon < 0) return { k: 'name', local: internedText(name), namespace: '' };
    const [prefix, local] = [name.slice(0, colon), name.slice(colon + 1)];
    const namespace = prefix === '*' ? '*' : internedText(this.#namespace(prefix));
    return { k: 'name', local: internedText(local), namespace };
  }

  #namespace(prefix: string): string {
    if (prefix === 'xml') return 'http://www.w3.org/XML/1998/namespace';
    const namespace = Object.hasOwn(this.#namespaces, prefix) ? this.#namespaces[prefix] : undefined;
    if (namespace === undefined) throw new XPathError('XPST0081', `unbound prefix ${prefix}`);
    return namespace;
  }

  #predicates(): readonly XPathExpr[] {
    const predicates: XPathExpr[] = [];
    while (this.#take('[')) {
      predicates.push(this.#expr());
      this.#expect(']');
    }
    return predicates;
  }

  #filter(): XPathExpr {
    const base = this.#primary();
    const predicates = this.#predicates();
    return predicates.length === 0 ? base : { k: 'filter', base, predicates };
  }

  #primary(): XPathExpr {
    const { kind, text } = this.#peek();
    if (kind === 'string') {
      this.#at += 1;
      return { k: 'string', value: text };
    }
    if (kind === 'number') {
      this.#at += 1;
      return { k: 'number', value: Number(text) };
    }
    if (this.#take('$')) return { k: 'var', name: this.#name() };
    if (this.#take('.')) return { k: 'context' };
    if (this.#take('(')) {
      if (this.#take(')')) return { k: 'sequence', items: [] };
      const expr = this.#expr();
      this.#expect(')');
      return expr;
    }
    if (kind === 'name' && this.#is('(', 1)) return this.#call();
    throw this.#unexpected();
  }

  #call(): XPathExpr {
    const name = this.#name().replace(/^fn:/, '');
    this.#expect('(');
    const args: XPathExpr[] = [];
    if (!this.#take(')')) {
      do args.push(this.#single());
      while (this.#take(','));
      this.#expect(')');
    }
    return { k: 'call', name, args };
  }

  #name(): string {
    const { kind, text } = this.#peek();
    if (kind !== 'name') throw this.#unexpected();
    this.#at += 1;
    return text;
  }
}

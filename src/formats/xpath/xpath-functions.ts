import type { XmlNode } from '../xml/xml-node.ts';
import { boundedMatch } from './bounded-match.ts';
import { XPathError } from './xpath-error.ts';
import { xpathRegex } from './xpath-regex.ts';
import {
  atMostOne,
  atomize,
  booleanOf,
  emptySequence,
  falseSequence,
  isNode,
  numberOf,
  stringOf,
  trueSequence,
  type QNameValue,
  type XPathAtomic,
  type XPathSequence,
} from './xpath-value.ts';
import { compareAtomic } from './compare-values.ts';

type Args = readonly XPathSequence[];

interface XPathFunction {
  /** Fewest and most arguments. */
  readonly arity: readonly [number, number];
  /** Takes the context item when called with its fewest arguments. */
  readonly contextual?: true;
  readonly call: (args: Args) => XPathSequence;
}

/** Characters, not UTF-16 units. */
const characters = (value: string): readonly string[] => Array.from(value);
const bool = (value: boolean): XPathSequence => (value ? trueSequence : falseSequence);
const text = (args: Args, at: number, name: string): string => {
  const value = atMostOne(args[at] ?? emptySequence, name);
  return value === undefined ? '' : stringOf(value);
};
const number = (args: Args, at: number, name: string): number => {
  const value = atMostOne(args[at] ?? emptySequence, name);
  return value === undefined ? NaN : numberOf(value);
};
const nodeOf = (args: Args, name: string): XmlNode | undefined => {
  const [first] = args[0] ?? emptySequence;
  if (first === undefined) return undefined;
  if (!isNode(first) || (args[0]?.length ?? 0) > 1)
    throw new XPathError('XPTY0004', `${name} takes one node`);
  return first;
};
const normalize = (value: string): string => value.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');

function ofText(name: string, call: (value: string) => XPathSequence): XPathFunction {
  return { arity: [0, 1], contextual: true, call: (args) => call(text(args, 0, name)) };
}

function ofTwoTexts(name: string, call: (a: string, b: string) => XPathSequence): XPathFunction {
  return { arity: [2, 2], call: (args) => call(text(args, 0, name), text(args, 1, name)) };
}

function ofNumber(name: string, call: (value: number) => number): XPathFunction {
  return {
    arity: [1, 1],
    call: (args) => ((args[0]?.length ?? 0) === 0 ? emptySequence : [call(number(args, 0, name))]),
  };
}

function ofNodeName(name: string, call: (node: XmlNode) => string): XPathFunction {
  return {
    arity: [0, 1],
    contextual: true,
    call: (args) => {
      const node = nodeOf(args, name);
      return [node === undefined ? '' : call(node)];
    },
  };
}

function ofQName(name: string, call: (value: QNameValue) => XPathSequence): XPathFunction {
  return {
    arity: [1, 1],
    call: (args) => {
      const value = atMostOne(args[0] ?? emptySequence, name);
      if (value === undefined) return emptySequence;
      if (typeof value !== 'object' || value.kind !== 'qname')
        throw new XPathError('XPTY0004', `${name} takes a QName`);
      return call(value);
    },
  };
}

const localName = (node: XmlNode): string => ('name' in node ? node.name : '');
const lexicalName = (node: XmlNode): string =>
  'prefix' in node && node.prefix !== '' ? `${node.prefix}:${node.name}` : localName(node);

function substring(args: Args): XPathSequence {
  const all = characters(text(args, 0, 'substring'));
  const start = Math.floor(number(args, 1, 'substring') + 0.5);
  const length = args.length < 3 ? Infinity : Math.floor(number(args, 2, 'substring') + 0.5);
  return [all.filter((_, at) => at + 1 >= start && at + 1 < start + length).join('')];
}

function resolveQName(args: Args): XPathSequence {
  const value = atMostOne(args[0] ?? emptySequence, 'resolve-QName');
  if (value === undefined) return emptySequence;
  const lexical = normalize(stringOf(value));
  const match = /^(?:([\p{L}_][\p{L}\p{M}\p{N}_.\-·]*):)?([\p{L}_][\p{L}\p{M}\p{N}_.\-·]*)$/u.exec(lexical);
  if (match === null) throw new XPathError('FOCA0002', `'${lexical.slice(0, 80)}' is no QName`);
  const [element] = args[1] ?? emptySequence;
  if (element === undefined || !isNode(element) || element.kind !== 'element')
    throw new XPathError('XPTY0004', 'resolve-QName takes an element');
  const [, prefix = '', local = ''] = match;
  const namespace = element.scope.get(prefix);
  if (namespace === undefined && prefix !== '')
    throw new XPathError('FONS0004', `no namespace for prefix ${prefix}`);
  return [{ kind: 'qname', namespace: namespace ?? '', local, prefix }];
}

function distinctValues(args: Args): XPathSequence {
  const kept: XPathAtomic[] = [];
  const texts = new Set<string>();
  for (const item of args[0] ?? emptySequence) {
    const value = atomize(item);
    if (typeof value === 'string' || (typeof value === 'object' && value.kind === 'untyped')) {
      const known = stringOf(value);
      if (texts.has(known)) continue;
      texts.add(known);
    } else if (kept.some((other) => typeof other === typeof value && compareAtomic('=', other, value)))
      continue;
    kept.push(value);
  }
  return kept;
}

function tokenize(args: Args): XPathSequence {
  const value = text(args, 0, 'tokenize');
  if (value === '') return emptySequence;
  const regex = xpathRegex(text(args, 1, 'tokenize'), text(args, 2, 'tokenize'));
  const parts: string[] = [];
  let from = 0;
  for (const match of boundedMatch(regex, value, () => [...value.matchAll(regex)])) {
    if (match[0] === '') throw new XPathError('FORX0003', 'the separator matches nothing');
    parts.push(value.slice(from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(value.slice(from));
  return parts;
}

function replace(args: Args): XPathSequence {
  const regex = xpathRegex(text(args, 1, 'replace'), text(args, 3, 'replace'));
  if (''.match(regex) !== null) throw new XPathError('FORX0003', 'the expression matches nothing');
  const replacement = text(args, 2, 'replace').replace(
    /\\(.)|\$(\d)/g,
    (_, escaped?: string, group?: string) =>
      escaped === undefined ? (group === '0' ? '$&' : `$${group ?? ''}`) : escaped === '$' ? '$$' : escaped,
  );
  const value = text(args, 0, 'replace');
  return [boundedMatch(regex, value, () => value.replaceAll(regex, replacement))];
}

function aggregate(name: string, call: (values: readonly number[]) => number): XPathFunction {
  return {
    arity: [1, 1],
    call: (args) => {
      const items = args[0] ?? emptySequence;
      if (items.length === 0) return name === 'sum' ? [0] : emptySequence;
      return [call(items.map(numberOf))];
    },
  };
}

/** Half up, towards positive infinity. */
const round = (value: number): number => Math.floor(value + 0.5);

/** The functions that need nothing but their arguments; `contextual` ones default to the context item. */
export const xpathFunctions: Readonly<Record<string, XPathFunction>> = {
  count: { arity: [1, 1], call: (args) => [args[0]?.length ?? 0] },
  not: { arity: [1, 1], call: (args) => bool(!booleanOf(args[0] ?? emptySequence)) },
  boolean: { arity: [1, 1], call: (args) => bool(booleanOf(args[0] ?? emptySequence)) },
  exists: { arity: [1, 1], call: (args) => bool((args[0]?.length ?? 0) > 0) },
  empty: { arity: [1, 1], call: (args) => bool((args[0]?.length ?? 0) === 0) },
  true: { arity: [0, 0], call: () => trueSequence },
  false: { arity: [0, 0], call: () => falseSequence },
  string: ofText('string', (value) => [value]),
  'string-length': ofText('string-length', (value) => [characters(value).length]),
  'normalize-space': ofText('normalize-space', (value) => [normalize(value)]),
  'upper-case': { arity: [1, 1], call: (args) => [text(args, 0, 'upper-case').toUpperCase()] },
  'lower-case': { arity: [1, 1], call: (args) => [text(args, 0, 'lower-case').toLowerCase()] },
  number: { arity: [0, 1], contextual: true, call: (args) => [number(args, 0, 'number')] },
  contains: ofTwoTexts('contains', (a, b) => bool(a.includes(b))),
  'starts-with': ofTwoTexts('starts-with', (a, b) => bool(a.startsWith(b))),
  'ends-with': ofTwoTexts('ends-with', (a, b) => bool(a.endsWith(b))),
  'substring-before': ofTwoTexts('substring-before', (a, b) => [
    b === '' ? '' : a.slice(0, Math.max(0, a.indexOf(b))),
  ]),
  'substring-after': ofTwoTexts('substring-after', (a, b) => [
    a.includes(b) ? a.slice(a.indexOf(b) + b.length) : '',
  ]),
  substring: { arity: [2, 3], call: substring },
  concat: { arity: [2, 99], call: (args) => [args.map((_, at) => text(args, at, 'concat')).join('')] },
  'string-join': {
    arity: [1, 2],
    call: (args) => [(args[0] ?? emptySequence).map(stringOf).join(text(args, 1, 'string-join'))],
  },
  translate: {
    arity: [3, 3],
    call: (args) => {
      const [from, to] = [characters(text(args, 1, 'translate')), characters(text(args, 2, 'translate'))];
      const mapped = characters(text(args, 0, 'translate')).map((c) =>
        from.includes(c) ? (to[from.indexOf(c)] ?? '') : c,
      );
      return [mapped.join('')];
    },
  },
  matches: {
    arity: [2, 3],
    call: (args) => {
      const regex = xpathRegex(text(args, 1, 'matches'), text(args, 2, 'matches'));
      const value = text(args, 0, 'matches');
      regex.lastIndex = 0;
      return bool(boundedMatch(regex, value, () => regex.test(value)));
    },
  },
  replace: { arity: [3, 4], call: replace },
  tokenize: { arity: [2, 3], call: tokenize },
  'distinct-values': { arity: [1, 1], call: distinctValues },
  data: { arity: [1, 1], call: (args) => (args[0] ?? emptySequence).map(atomize) },
  name: ofNodeName('name', lexicalName),
  'local-name': ofNodeName('local-name', localName),
  'namespace-uri': ofNodeName('namespace-uri', (node) => ('namespace' in node ? node.namespace : '')),
  'resolve-QName': { arity: [2, 2], call: resolveQName },
  QName: {
    arity: [2, 2],
    call: (args) => {
      const [prefix, local] = text(args, 1, 'QName').includes(':')
        ? text(args, 1, 'QName').split(':')
        : ['', undefined];
      return [
        {
          kind: 'qname',
          namespace: text(args, 0, 'QName'),
          local: local ?? text(args, 1, 'QName'),
          prefix,
        },
      ];
    },
  },
  'local-name-from-QName': ofQName('local-name-from-QName', (value) => [value.local]),
  'namespace-uri-from-QName': ofQName('namespace-uri-from-QName', (value) => [value.namespace]),
  floor: ofNumber('floor', Math.floor),
  ceiling: ofNumber('ceiling', Math.ceil),
  round: ofNumber('round', round),
  abs: ofNumber('abs', Math.abs),
  sum: aggregate('sum', (values) => values.reduce((a, b) => a + b, 0)),
  avg: aggregate('avg', (values) => values.reduce((a, b) => a + b, 0) / values.length),
  min: aggregate('min', (values) => Math.min(...values)),
  max: aggregate('max', (values) => Math.max(...values)),
  'iri-to-uri': {
    arity: [1, 1],
    call: (args) => [
      text(args, 0, 'iri-to-uri').replace(/[^!#-;=?-Z[\]_a-z~]/gu, (c) =>
        c === '%' ? c : encodeURIComponent(c),
      ),
    ],
  },
  'string-to-codepoints': {
    arity: [1, 1],
    call: (args) => characters(text(args, 0, 'string-to-codepoints')).map((c) => c.codePointAt(0) ?? 0),
  },
  reverse: { arity: [1, 1], call: (args) => [...(args[0] ?? emptySequence)].reverse() },
  subsequence: {
    arity: [2, 3],
    call: (args) => {
      const start = round(number(args, 1, 'subsequence'));
      const length = args.length < 3 ? Infinity : round(number(args, 2, 'subsequence'));
      return (args[0] ?? emptySequence).filter((_, at) => at + 1 >= start && at + 1 < start + length);
    },
  },
  'index-of': {
    arity: [2, 2],
    call: (args) => {
      const sought = atMostOne(args[1] ?? emptySequence, 'index-of');
      if (sought === undefined) return emptySequence;
      return (args[0] ?? emptySequence).flatMap((item, at) =>
        compareAtomic('=', atomize(item), sought) ? [at + 1] : [],
      );
    },
  },
};

import { XPathError } from './xpath-error.ts';

export interface XPathToken {
  readonly kind: 'name' | 'number' | 'string' | 'symbol' | 'end';
  readonly text: string;
  readonly at: number;
}

const nc = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_.\-·]*`;
const matchers = {
  space: /\s+/y,
  string: /"(?:[^"]|"")*"|'(?:[^']|'')*'/y,
  number: /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y,
  // Names are ASCII nearly always: the Unicode classes are tried only when the plain ones stop too early.
  plain: /[A-Za-z_][\w.-]*(?::(?!:)(?:[A-Za-z_][\w.-]*|\*))?(?![\w.-]|:?[^\0-\x7f])/y,
  name: new RegExp(`\\*:${nc}|${nc}:\\*|${nc}(?::(?!:)${nc})?`, 'uy'),
  symbol: /::|\.\.|\/\/|!=|<=|>=|<<|>>|[()[\]@,|/.$*+\-=<>?]/y,
} as const;

/** Splits an expression into tokens, comments left out; throws XPathError XPST0003. */
export function tokenizeXPath(source: string): readonly XPathToken[] {
  const tokens: XPathToken[] = [];
  let at = 0;
  while (at < source.length) {
    if (source.startsWith('(:', at)) {
      at = commentEnd(source, at);
      continue;
    }
    at = tokenAt(source, at, tokens);
  }
  tokens.push({ kind: 'end', text: '', at });
  return tokens;
}

function tokenAt(source: string, at: number, tokens: XPathToken[]): number {
  const first = source.charCodeAt(at);
  const take = (matcher: RegExp): string | undefined => {
    matcher.lastIndex = at;
    return matcher.test(source) ? source.slice(at, matcher.lastIndex) : undefined;
  };
  const space = first <= 32 ? take(matchers.space) : undefined;
  if (space !== undefined) return at + space.length;
  if (first === 34 || first === 39) {
    const text = take(matchers.string);
    if (text === undefined) throw new XPathError('XPST0003', 'unterminated string');
    const quote = text.charAt(0);
    tokens.push({ kind: 'string', text: text.slice(1, -1).replaceAll(quote + quote, quote), at });
    return at + text.length;
  }
  const name = take(matchers.plain) ?? take(matchers.name);
  const number = name === undefined ? take(matchers.number) : undefined;
  const text = name ?? number ?? take(matchers.symbol);
  if (text === undefined)
    throw new XPathError('XPST0003', `unexpected character at ${at}: ${source.slice(at, at + 12)}`);
  tokens.push({ kind: name !== undefined ? 'name' : number !== undefined ? 'number' : 'symbol', text, at });
  return at + text.length;
}

function commentEnd(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; at += 1) {
    if (source.startsWith('(:', at)) depth += 1;
    else if (source.startsWith(':)', at)) {
      depth -= 1;
      if (depth === 0) return at + 2;
    } else continue;
    at += 1;
  }
  throw new XPathError('XPST0003', 'unterminated comment');
}

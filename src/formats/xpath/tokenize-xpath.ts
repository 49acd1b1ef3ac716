import { XPathError } from './xpath-error.ts';

export interface XPathToken {
  readonly kind: 'name' | 'number' | 'string' | 'symbol' | 'end';
  readonly text: string;
  readonly at: number;
}

const nc = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_.\-·]*`;
const token = new RegExp(
  [
    String.raw`(?<space>\s+)`,
    String.raw`(?<string>"(?:[^"]|"")*"|'(?:[^']|'')*')`,
    String.raw`(?<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)`,
    String.raw`(?<name>\*:${nc}|${nc}:\*|${nc}(?::(?!:)${nc})?)`,
    String.raw`(?<symbol>::|\.\.|//|!=|<=|>=|<<|>>|[()[\]@,|/.$*+\-=<>?])`,
  ].join('|'),
  'uy',
);

/** Splits an expression into tokens, comments left out; throws XPathError XPST0003. */
export function tokenizeXPath(source: string): readonly XPathToken[] {
  const tokens: XPathToken[] = [];
  let at = 0;
  while (at < source.length) {
    if (source.startsWith('(:', at)) {
      at = commentEnd(source, at);
      continue;
    }
    token.lastIndex = at;
    const groups = token.exec(source)?.groups;
    if (groups === undefined)
      throw new XPathError('XPST0003', `unexpected character at ${at}: ${source.slice(at, at + 12)}`);
    const [kind, text] = Object.entries(groups).find(
      ([, value]) => (value as string | undefined) !== undefined,
    ) ?? ['', ''];
    if (kind === 'string') {
      const quote = text.charAt(0);
      tokens.push({ kind, text: text.slice(1, -1).replaceAll(quote + quote, quote), at });
    } else if (kind === 'number' || kind === 'name' || kind === 'symbol') tokens.push({ kind, text, at });
    at = token.lastIndex;
  }
  tokens.push({ kind: 'end', text: '', at });
  return tokens;
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

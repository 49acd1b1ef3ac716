import type { Pairs } from '../../../wire/http-exchange.ts';

/** `duplicate-parameter:scope`, `empty-parameter:nonce`: RFC 6749 section 3.1 allows neither. */
export function parameterAnomalies(pairs: Pairs): readonly string[] {
  const seen = new Map<string, number>();
  for (const [name] of pairs) seen.set(name, (seen.get(name) ?? 0) + 1);
  return [
    ...[...seen].filter(([, count]) => count > 1).map(([name]) => `duplicate-parameter:${name}`),
    ...pairs.filter(([, value]) => value === '').map(([name]) => `empty-parameter:${name}`),
  ];
}

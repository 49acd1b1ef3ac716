import type { Pairs } from '../../../wire/http-exchange.ts';
import type { Criteria, Token } from './patient-store.ts';

export interface ReadSearch {
  readonly criteria: Criteria;
  /** Parameters that are no criterion that the server has. */
  readonly unknown: readonly string[];
  readonly count?: number;
}

/** Parameters that say how to answer, and not what to find. */
const resultParameters = ['_format', '_pretty', '_summary', '_sort', '_total', '_elements'];

/** Reads search parameters (FHIR R4 §3.1.1): identifier and _id; comma and backslash of a value as §3.1.1.4 says. */
export function readSearch(query: Pairs): ReadSearch {
  const identifiers: (readonly Token[])[] = [];
  const ids: (readonly string[])[] = [];
  const unknown: string[] = [];
  let count: number | undefined;
  for (const [name, value] of query) {
    if (name === 'identifier') identifiers.push(splitEscaped(value, ',').map(tokenOf));
    else if (name === '_id') ids.push(splitEscaped(value, ',').map(unescaped));
    else if (name === '_count') count = /^\d{1,6}$/.test(value) ? Number(value) : count;
    else if (!resultParameters.includes(name)) unknown.push(name);
  }
  return { criteria: { identifiers, ids }, unknown, ...(count === undefined ? {} : { count }) };
}

/** Reads the query of If-None-Exist or of a conditional URL, with or without its question mark. */
export function readCondition(text: string): ReadSearch {
  return readSearch([...new URLSearchParams(text.replace(/^[^?]*\?/, ''))]);
}

function tokenOf(text: string): Token {
  const [first = '', ...others] = splitEscaped(text, '|');
  if (others.length === 0) return { value: unescaped(first) };
  const value = unescaped(others.join('|'));
  return { system: unescaped(first), ...(value === '' ? {} : { value }) };
}

/** Splits at a separator that no backslash precedes; escapes are left as they are. */
function splitEscaped(text: string, separator: ',' | '|'): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const [piece] of text.matchAll(/\\?[\s\S]/g)) {
    if (piece === separator) {
      parts.push(part);
      part = '';
    } else part += piece;
  }
  return [...parts, part];
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1');
}

/** Parameters as a query string. */
export function queryText(query: Pairs): string {
  return new URLSearchParams(query.map(([name, value]): [string, string] => [name, value])).toString();
}

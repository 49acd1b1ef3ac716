import { stringValue } from '../xml/string-value.ts';
import type { XmlNode } from '../xml/xml-node.ts';
import { XPathError } from './xpath-error.ts';

/** A value read from a document without a schema: compared as text or number by need. */
export interface UntypedValue {
  readonly kind: 'untyped';
  readonly value: string;
}

export interface QNameValue {
  readonly kind: 'qname';
  readonly namespace: string;
  readonly local: string;
  readonly prefix: string;
}

/** A date and time; `instant` in milliseconds, UTC assumed where the text has no offset. */
export interface DateTimeValue {
  readonly kind: 'dateTime' | 'date' | 'time';
  readonly instant: number;
  readonly text: string;
}

export type XPathAtomic = string | number | boolean | UntypedValue | QNameValue | DateTimeValue;
export type XPathItem = XmlNode | XPathAtomic;
export type XPathSequence = readonly XPathItem[];

export const emptySequence: XPathSequence = [];
export const trueSequence: XPathSequence = [true];
export const falseSequence: XPathSequence = [false];

/** Tells nodes from atomic values. */
export function isNode(item: XPathItem): item is XmlNode {
  return typeof item === 'object' && 'parent' in item;
}

/** The typed value of one item (XPath 2 section 2.4.2). */
export function atomize(item: XPathItem): XPathAtomic {
  if (!isNode(item)) return item;
  const value = stringValue(item);
  return item.kind === 'comment' || item.kind === 'instruction' ? value : { kind: 'untyped', value };
}

/** The text of one item, as `string()` gives it. */
export function stringOf(item: XPathItem): string {
  switch (typeof item) {
    case 'string':
      return item;
    case 'number':
      return numberToString(item);
    case 'boolean':
      return item ? 'true' : 'false';
    default:
      if (isNode(item)) return stringValue(item);
      switch (item.kind) {
        case 'untyped':
          return item.value;
        case 'qname':
          return item.prefix === '' ? item.local : `${item.prefix}:${item.local}`;
        default:
          return item.text;
      }
  }
}

/** Numbers as xs:double writes them outside of 1e-6..1e21 (XPath functions 17.1.2). */
function numberToString(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF';
  const text = String(value);
  if (!text.includes('e')) return text;
  const [mantissa = '', exponent = ''] = text.split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
}

const doubleText = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** xs:double of a lexical form; NaN when it is none. */
export function numberOfText(text: string): number {
  // Collapsing inner spaces makes no number of what is none, and takes linear time where trimming does not.
  const trimmed = text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
  if (doubleText.test(trimmed)) return Number(trimmed);
  return trimmed === 'INF' ? Infinity : trimmed === '-INF' ? -Infinity : NaN;
}

/** The number of one atomic value; NaN when it has none, never an error. */
export function numberOf(item: XPathItem): number {
  switch (typeof item) {
    case 'number':
      return item;
    case 'boolean':
      return item ? 1 : 0;
    case 'string':
      return numberOfText(item);
    default:
      return isNode(item) || item.kind === 'untyped' ? numberOfText(stringOf(item)) : NaN;
  }
}

/** The effective boolean value (XPath 2 section 2.4.3); throws FORG0006. */
export function booleanOf(sequence: XPathSequence): boolean {
  const [first] = sequence;
  if (first === undefined) return false;
  if (isNode(first)) return true;
  if (sequence.length > 1) throw new XPathError('FORG0006', 'no boolean value for several atomic values');
  switch (typeof first) {
    case 'boolean':
      return first;
    case 'string':
      return first !== '';
    case 'number':
      return first !== 0 && !Number.isNaN(first);
    default:
      if (first.kind === 'untyped') return first.value !== '';
      throw new XPathError('FORG0006', `no boolean value for ${first.kind}`);
  }
}

/** At most one item, atomized; throws XPTY0004 on more. */
export function atMostOne(sequence: XPathSequence, where: string): XPathAtomic | undefined {
  if (sequence.length > 1)
    throw new XPathError('XPTY0004', `${where} takes one value, not ${sequence.length}`);
  const [first] = sequence;
  return first === undefined ? undefined : atomize(first);
}

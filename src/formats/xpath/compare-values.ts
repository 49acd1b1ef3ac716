import { castValue } from './cast-value.ts';
import { XPathError } from './xpath-error.ts';
import type { ComparisonOperator } from './xpath-syntax.ts';
import {
  atomize,
  isNode,
  numberOfText,
  stringOf,
  type UntypedValue,
  type XPathAtomic,
  type XPathSequence,
} from './xpath-value.ts';

/** The general comparison: true when some pair of items compares true (XPath 2 section 3.5.2). */
export function compareGeneral(op: ComparisonOperator, left: XPathSequence, right: XPathSequence): boolean {
  if (left.length === 0 || right.length === 0) return false;
  const others = right.map(atomize);
  for (const item of left) {
    const one = atomize(item);
    for (const other of others) if (compareUntyped(op, one, other)) return true;
  }
  return false;
}

function isUntyped(value: XPathAtomic): value is UntypedValue {
  return typeof value === 'object' && value.kind === 'untyped';
}

function compareUntyped(op: ComparisonOperator, a: XPathAtomic, b: XPathAtomic): boolean {
  if (isUntyped(a)) {
    if (isUntyped(b)) return ordered(op, compareText(a.value, b.value));
    return compareAtomic(op, castLike(a, b), b);
  }
  return isUntyped(b) ? compareAtomic(op, a, castLike(b, a)) : compareAtomic(op, a, b);
}

function castLike(untyped: UntypedValue, other: XPathAtomic): XPathAtomic {
  switch (typeof other) {
    case 'string':
      return untyped.value;
    case 'number': {
      const number = numberOfText(untyped.value);
      if (Number.isNaN(number) && untyped.value.trim() !== 'NaN')
        throw new XPathError('FORG0001', `'${untyped.value.slice(0, 80)}' is no number`);
      return number;
    }
    case 'boolean':
      return castValue(untyped, 'boolean');
    default:
      if (other.kind === 'qname') throw new XPathError('XPTY0004', 'a text cannot be compared with a QName');
      return castValue(untyped, other.kind);
  }
}

/** The value comparison of two typed values; untyped ones count as strings. Throws XPTY0004. */
export function compareAtomic(op: ComparisonOperator, left: XPathAtomic, right: XPathAtomic): boolean {
  const a = isUntyped(left) ? left.value : left;
  const b = isUntyped(right) ? right.value : right;
  if (typeof a === 'string' && typeof b === 'string') return ordered(op, compareText(a, b));
  if (typeof a === 'number' && typeof b === 'number') {
    if (Number.isNaN(a) || Number.isNaN(b)) return op === '!=';
    return ordered(op, a - b || (a === b ? 0 : a < b ? -1 : 1));
  }
  if (typeof a === 'boolean' && typeof b === 'boolean') return ordered(op, Number(a) - Number(b));
  if (typeof a === 'object' && typeof b === 'object') {
    if (a.kind === 'qname' && b.kind === 'qname' && (op === '=' || op === '!='))
      return (a.local === b.local && a.namespace === b.namespace) === (op === '=');
    if (a.kind !== 'qname' && b.kind !== 'qname' && a.kind === b.kind)
      return ordered(op, a.instant - b.instant);
  }
  throw new XPathError('XPTY0004', `${stringOf(left)} and ${stringOf(right)} cannot be compared`);
}

/** Code point order, the default collation. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (x === y) continue;
    const [highX, highY] = [x >= 0xd800 && x <= 0xdfff, y >= 0xd800 && y <= 0xdfff];
    return highX === highY ? x - y : highX ? 1 : -1;
  }
  return a.length - b.length;
}

function ordered(op: ComparisonOperator, order: number): boolean {
  switch (op) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** The texts of a sequence when each item compares as text with an untyped value; otherwise undefined. */
export function comparableTexts(sequence: XPathSequence): readonly string[] | undefined {
  const texts: string[] = [];
  for (const item of sequence) {
    if (typeof item !== 'string' && !(typeof item === 'object' && (isNode(item) || item.kind === 'untyped')))
      return undefined;
    texts.push(stringOf(item));
  }
  return texts;
}

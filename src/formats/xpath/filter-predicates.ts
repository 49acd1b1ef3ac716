import type { CompiledXPath, XPathContext } from './xpath-context.ts';
import { booleanOf, type XPathItem, type XPathSequence } from './xpath-value.ts';

/** Whether a predicate selects by position: it yields a number or asks for position() or last(). */
export function isPositional(predicate: CompiledXPath): boolean {
  return predicate.positional || predicate.numeric === 'maybe';
}

/** Items that pass a predicate; positions count in the given order. */
export function applyPredicate<T extends XPathItem>(
  context: XPathContext,
  items: readonly T[],
  predicate: CompiledXPath,
): readonly T[] {
  const { item, position, size } = context;
  const positional = isPositional(predicate);
  const kept: T[] = [];
  try {
    context.size = items.length;
    for (let at = 0; at < items.length; at += 1) {
      const one = items[at] as T;
      context.item = one;
      context.position = at + 1;
      if (positional ? selects(predicate.sequence(context), at + 1) : predicate.test(context)) kept.push(one);
    }
  } finally {
    context.item = item;
    context.position = position;
    context.size = size;
  }
  return kept;
}

function selects(value: XPathSequence, position: number): boolean {
  const [first] = value;
  return value.length === 1 && typeof first === 'number' ? first === position : booleanOf(value);
}

/** A primary expression with predicates: positions count over the whole sequence. */
export function compileFilter(base: CompiledXPath, predicates: readonly CompiledXPath[]): CompiledXPath {
  const sequence = (c: XPathContext): XPathSequence =>
    predicates.reduce<XPathSequence>(
      (items, predicate) => applyPredicate(c, items, predicate),
      base.sequence(c),
    );
  return {
    sequence,
    test: (c) => booleanOf(sequence(c)),
    focus: base.focus,
    rule: base.rule || predicates.some((predicate) => predicate.rule),
    numeric: base.numeric,
    positional: base.positional,
  };
}

import type { PatternSelector } from '../xpath/compile-pattern.ts';
import type { SchematronItem, SchematronPattern, SchematronSource } from './schematron-source.ts';

/**
 * A schema with each thing written once: abstract rules make generated schemas repeat a few hundred assertions
 * fifteen thousand times.
 */
export interface PackedSchematron extends Omit<SchematronSource, 'patterns'> {
  readonly items: readonly SchematronItem[];
  /** The items of a rule, by their rank. */
  readonly bodies: readonly (readonly number[])[];
  readonly selectors: readonly PatternSelector[];
  readonly patterns: readonly PackedPattern[];
}

interface PackedPattern extends Omit<SchematronPattern, 'rules'> {
  readonly rules: readonly PackedRule[];
}

/** Body and selectors by their rank; no selectors where they are not known. */
type PackedRule = readonly [id: string, context: string, body: number, selectors: readonly number[] | null];

/** The schema as it is kept on disk. */
export function packSchematron(source: SchematronSource): PackedSchematron {
  const [items, bodies, selectors] = [
    pool<SchematronItem>(),
    pool<readonly number[]>(),
    pool<PatternSelector>(),
  ];
  const patterns = source.patterns.map((pattern) => ({
    ...pattern,
    rules: pattern.rules.map((rule): PackedRule => [
      rule.id,
      rule.context,
      bodies.rank(rule.items.map(items.rank)),
      rule.selectors?.map(selectors.rank) ?? null,
    ]),
  }));
  return { ...source, items: items.all, bodies: bodies.all, selectors: selectors.all, patterns };
}

/** The schema again; rules that have the same items share them. */
export function unpackSchematron({
  items,
  bodies,
  selectors,
  patterns,
  ...rest
}: PackedSchematron): SchematronSource {
  const shared = bodies.map((body) => body.map((rank) => held(items, rank)));
  return {
    ...rest,
    patterns: patterns.map(({ rules, ...pattern }) => ({
      ...pattern,
      rules: rules.map(([id, context, body, ranks]) => ({
        id,
        context,
        items: held(shared, body),
        ...(ranks === null ? {} : { selectors: ranks.map((rank) => held(selectors, rank)) }),
      })),
    })),
  };
}

function held<T>(list: readonly T[], rank: number): T {
  const one = list[rank];
  if (one === undefined) throw new RangeError(`nothing of rank ${rank}`);
  return one;
}

function pool<T>(): { readonly all: readonly T[]; readonly rank: (one: T) => number } {
  const all: T[] = [];
  const ranks = new Map<string, number>();
  return {
    all,
    rank: (one) => {
      const key = JSON.stringify(one);
      const known = ranks.get(key);
      if (known !== undefined) return known;
      ranks.set(key, all.length);
      all.push(one);
      return all.length - 1;
    },
  };
}

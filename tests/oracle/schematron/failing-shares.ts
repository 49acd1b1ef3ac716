import type { Unfailable } from './prove-unfailable.ts';

/** What became of the assertions of one rule set that some example reaches. */
export interface FailingShare {
  readonly ruleSet: string;
  readonly reached: ReadonlySet<string>;
  /** Seen failing by both judges. */
  readonly failing: ReadonlySet<string>;
  readonly unfailable: ReadonlyMap<string, Unfailable>;
}

/** Shares from 0 to 1: of all reached assertions, and of those that are not proved never to fail. */
export function sharesOf(sets: readonly FailingShare[]): { readonly raw: number; readonly provable: number } {
  let [reached, failing, unfailable] = [0, 0, 0];
  for (const one of sets) {
    reached += one.reached.size;
    failing += [...one.reached].filter((key) => one.failing.has(key)).length;
    unfailable += one.unfailable.size;
  }
  return { raw: failing / reached, provable: failing / (reached - unfailable) };
}

/** One line for people: how many were seen failing, and of how many that can. */
export function shareLine(name: string, sets: readonly FailingShare[]): string {
  const sum = (count: (one: FailingShare) => number): number =>
    sets.reduce((all, one) => all + count(one), 0);
  const reached = sum((one) => one.reached.size);
  const failing = sum((one) => [...one.reached].filter((key) => one.failing.has(key)).length);
  const unfailable = sum((one) => one.unfailable.size);
  const { raw, provable } = sharesOf(sets);
  return (
    `${name}: ${failing} of ${reached} reached assertions seen failing (${percent(raw)}); ` +
    `${unfailable} proved never to fail, ${percent(provable)} of the others`
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Items of a Markdown list: rule set, how many, why, and which, as pattern.rule.item. */
export function unfailableItems(sets: readonly FailingShare[]): readonly string[] {
  return sets.flatMap(({ ruleSet, unfailable }) => {
    const reasons = new Map<Unfailable, string[]>();
    for (const [key, why] of unfailable) reasons.set(why, [...(reasons.get(why) ?? []), key]);
    return [...reasons]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([why, keys]) => `- ${ruleSet}, ${keys.length} ${why}: ${inShort(keys)}`);
  });
}

/** `2 7 1`, `2 7 2` and `2 9 0` as `2.7.1,2 2.9.0`. */
function inShort(keys: readonly string[]): string {
  const rules = new Map<string, string[]>();
  for (const key of keys) {
    const [pattern = '', rule = '', item = ''] = key.split(' ');
    const name = `${pattern}.${rule}`;
    rules.set(name, [...(rules.get(name) ?? []), item]);
  }
  return [...rules].map(([name, items]) => `${name}.${items.join(',')}`).join(' ');
}

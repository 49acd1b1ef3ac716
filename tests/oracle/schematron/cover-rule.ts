import { failingItems, ruleTaking } from './judge-node.ts';
import type { ReadRule } from './read-rule.ts';
import { searchMutant, type Target } from './search-mutant.ts';
import type { CompiledRuleSet } from '../../../src/formats/schematron/compile-rule-set.ts';
import type { Scene } from './trim-document.ts';

/** A rule of a set, read. */
export interface CoveredRule {
  readonly set: CompiledRuleSet;
  readonly pattern: number;
  readonly rule: number;
  readonly read: ReadRule;
  /** Documents to judge for one assertion where its mutant starts from what broke others, and where from scratch. */
  readonly effort: { readonly joining: number; readonly alone: number };
}

/**
 * Scenes in which wanted items of a rule fail, few for many: each next item is first sought from the scene that broke
 * the ones before, keeping those broken, and only then from the start. What no scene breaks stays in `wanted`.
 */
export function coverRule(rule: CoveredRule, start: Scene, wanted: Set<number>): readonly Scene[] {
  const { effort } = rule;
  const scenes: Scene[] = [];
  let current: Scene = start;
  let broken = failing(rule, start);
  const close = (): void => {
    if (![...broken].some((item) => wanted.has(item))) return;
    scenes.push(current);
    for (const item of broken) wanted.delete(item);
  };
  for (const assertion of rule.read.assertions) {
    if (!wanted.has(assertion.item) || broken.has(assertion.item)) continue;
    const target: Target = { ...rule, assertion };
    const keeps = (scene: Scene): boolean => {
      const now = failing(rule, scene);
      return [...broken].every((item) => now.has(item) || !wanted.has(item));
    };
    const joined = current === start ? undefined : searchMutant(target, current, effort.joining);
    if (joined !== undefined && keeps(joined)) {
      current = joined;
      broken = failing(rule, joined);
      continue;
    }
    const alone = searchMutant(target, start, effort.alone);
    if (alone === undefined) continue;
    if (!keeps(alone)) close();
    current = alone;
    broken = failing(rule, alone);
  }
  close();
  return scenes;
}

function failing({ set, pattern, rule }: CoveredRule, { node }: Scene): ReadonlySet<number> {
  const taking = ruleTaking(set, pattern, node);
  return taking?.at === rule ? failingItems(set, taking, node) : new Set();
}

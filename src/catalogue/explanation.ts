import type { Bilingual } from '../domain/bilingual.ts';
import type { Clause } from '../domain/clause.ts';

export type ExplainedKind =
  'exigence' | 'preuve' | 'check' | 'fault' | 'scenario' | 'finding' | 'action' | 'service';

/** What `segur explain` knows of an id, before it becomes text. */
export interface Explanation {
  readonly kind: ExplainedKind;
  readonly id: string;
  readonly title: Bilingual;
  /** Each fact with its label, in order. */
  readonly facts: readonly { readonly label: Bilingual; readonly value: Bilingual }[];
  readonly clauses: readonly Clause[];
  /** What proves it, or what it proves: ids with a word on each. */
  readonly links: readonly { readonly label: Bilingual; readonly ids: readonly string[] }[];
  /** What to change to satisfy it. */
  readonly fixes: readonly Bilingual[];
}

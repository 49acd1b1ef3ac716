import type { Bilingual } from './bilingual.ts';

export type OperatorAnswer<T> =
  { readonly kind: 'answer'; readonly value: T } | { readonly kind: 'skip' } | { readonly kind: 'abort' };

/** The human in front of the software under test, when there is one. */
export interface Operator {
  /**
   * Shows an instruction and resolves on the operator's confirmation, or as `answer` when `observed` resolves first.
   * Rejects only when `signal` aborts.
   */
  instruct(
    text: Bilingual,
    options: { readonly observed?: Promise<void>; readonly signal: AbortSignal },
  ): Promise<OperatorAnswer<undefined>>;
  /** Asks a yes/no question. */
  confirm(text: Bilingual, signal: AbortSignal): Promise<OperatorAnswer<boolean>>;
  /** Asks for one line of text; an empty line is an answer without value. */
  line(text: Bilingual, signal: AbortSignal): Promise<OperatorAnswer<string | undefined>>;
}

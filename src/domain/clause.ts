/**
 * How far a clause can be trusted: `V` read in an official source, `2` second-hand,
 * `R` the project's own judgement. Only `V`, or the text of an exigence, may block.
 */
export type Trust = 'V' | '2' | 'R';

/** The place in a norm that states a fact. */
export interface Clause {
  /** Document and version, e.g. `OpenID Connect Core 1.0`. */
  readonly source: string;
  /** Section, rule id or paragraph, e.g. `3.1.3.7-2`. */
  readonly section?: string;
  readonly trust: Trust;
  readonly url?: string;
}

import type { MissingPart } from './schematron-source.ts';

/**
 * What one rule set says of one document. `unexercised`: no rule fired, so nothing was proved. `partial` sets
 * lack parts of the kit or met rules that could not be judged: their silence proves less.
 */
export interface RuleSetResult {
  readonly ruleSet: string;
  /** Main file, relative to the kit. */
  readonly file: string;
  readonly title: string;
  readonly status: 'judged' | 'partial' | 'unexercised';
  /** Rules fired, over all patterns. */
  readonly fired: number;
  readonly patterns: readonly PatternCount[];
  readonly findings: readonly RuleFinding[];
  readonly unjudged: readonly UnjudgedRule[];
  readonly missing: readonly MissingPart[];
  /** Parts that the kit lacks and that were rebuilt from what it has: `rebuilt <- source`. */
  readonly rebuilt: readonly RebuiltPart[];
  /** Documents that rules asked for and the kit lacks. */
  readonly absentDocuments: readonly string[];
}

/** Item -1 is the context of the rule. */
export type RuleIndex = readonly [pattern: number, rule: number, item: number];

export interface PatternCount {
  readonly id: string;
  readonly fired: number;
  /** Of each rule, in the order of the pattern. */
  readonly rules: readonly number[];
}

export interface RebuiltPart {
  readonly path: string;
  readonly from: string;
}

/** A failed assert or a successful report, with its place in the user's file. */
export interface RuleFinding extends RulePlace {
  readonly kind: 'failed-assert' | 'successful-report';
  readonly message: string;
  readonly role: string;
  readonly flag: string;
  readonly see: string;
}

export interface RulePlace {
  /** Indexes of the pattern, the rule and the item within it. */
  readonly index: RuleIndex;
  readonly pattern: string;
  /** Id of the rule, or its context. */
  readonly rule: string;
  /** Id of the assertion, empty when it has none. */
  readonly assertion: string;
  readonly test: string;
  /** XPath in the user's file. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A rule or assertion that XPath could not evaluate; without place when its context could not be compiled. */
export interface UnjudgedRule {
  readonly index: RuleIndex;
  readonly pattern: string;
  readonly rule: string;
  readonly test: string;
  readonly code: string;
  readonly reason: string;
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

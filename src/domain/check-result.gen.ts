/* Generated from schemas/check-result.schema.json; run npm run generate. */

/**
 * What `segur check --format json` says of the files it was given. No clock and no absolute path: same files, same bytes.
 */
export interface CheckReport {
  format: 'segur-check/1';
  /**
   * Date at which rules were taken.
   */
  asOf: string;
  pack: {
    id: string;
    title: CheckText;
    from: string;
    until?: string;
  };
  /**
   * The ANS kit whose schema and Schematron were applied; absent when none was given.
   */
  kit?: {
    version: string;
    /**
     * Kit that the rule pack names.
     */
    expected: string;
    /**
     * What the kit does not allow to judge, told once for all files; empty when no document was judged by it.
     */
    lacks: CheckLack[];
  };
  summary: {
    files: number;
    pass: number;
    warn: number;
    fail: number;
    unexercised: number;
    unusable: number;
    broken: number;
    ignored: number;
    errors: number;
    warnings: number;
  };
  files: CheckedFile[];
}
export interface CheckText {
  fr: string;
  en: string;
}
export interface CheckLack {
  /**
   * schema: no CDA schema; rules: parts of a rule set that the kit does not hold; value-set: rebuilt from another file of the kit; terminology: absent; expression: rules that the bench could not evaluate.
   */
  kind: 'schema' | 'rules' | 'value-set' | 'terminology' | 'expression';
  ruleSet: string;
  /**
   * @minItems 1
   */
  names: string[];
  says: CheckText;
}
export interface CheckedFile {
  file: string;
  sha256?: string;
  kind: string;
  recognised: CheckText;
  /**
   * unexercised: nothing was judged, never a pass; unusable: the file could not be read; broken: the bench failed; ignored: found in a folder, not a document.
   */
  outcome: 'pass' | 'warn' | 'fail' | 'unexercised' | 'unusable' | 'broken' | 'ignored';
  problem?: CheckProblem;
  checks: {
    exercised: string[];
    unexercised: string[];
    /**
     * Checks that cannot be played on a file alone: they need facts of a scenario.
     */
    needContext: string[];
  };
  findings: CheckFinding[];
  ruleSets: CheckRuleSet[];
}
export interface CheckProblem {
  code: string;
  says: CheckText;
  hint?: CheckText;
  line?: number;
  column?: number;
}
export interface CheckFinding {
  /**
   * Id of the check, or `kit/xsd`, or `kit/<rule set>`.
   */
  rule: string;
  code: string;
  severity: 'error' | 'warning' | 'note';
  says: CheckText;
  fix: CheckText;
  /**
   * The part of `says` that is the sentence of another author, as that author wrote it.
   */
  quote?: {
    lang: 'fr' | 'en';
    text: string;
  };
  /**
   * The document inside of the file, when it is not the file itself.
   */
  document?: string;
  path?: string;
  line?: number;
  column?: number;
  expected?: string | number | boolean;
  actual?: string | number | boolean;
  clauses: CheckClause[];
}
export interface CheckClause {
  source: string;
  section?: string;
  trust: 'V' | '2' | 'R';
  url?: string;
}
export interface CheckRuleSet {
  id: string;
  document: string;
  status: 'judged' | 'partial' | 'unexercised';
  fired: number;
  /**
   * Patterns that fired, with the number of rules fired.
   */
  patterns: {
    id: string;
    fired: number;
  }[];
  unjudged: string[];
  missing: string[];
  rebuilt: string[];
  absent: string[];
}

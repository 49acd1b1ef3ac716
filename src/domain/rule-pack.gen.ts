/* Generated from schemas/rule-pack.schema.json; run npm run generate. */

/**
 * Which rules `segur check` applies between two dates: a norm that changes is a new pack, never a change of an old one.
 */
export interface RulePackFile {
  /**
   * Name of the file.
   */
  id: string;
  title: RulePackText;
  /**
   * First day on which the pack applies.
   */
  from: string;
  /**
   * Last day; absent for the pack in force.
   */
  until?: string;
  /**
   * Name of the ANS kit published for that time.
   */
  kit: string;
  /**
   * Ids, `*` for any characters.
   *
   * @minItems 1
   */
  checks: string[];
  /**
   * How deviations from a check are told at most, whatever its clauses: where the source itself says `should`, gives a warning or contradicts itself. It never raises.
   */
  severity?: {
    [k: string]: 'warning' | 'note';
  };
  /**
   * Options of checks whose rule depends on an edition.
   */
  options?: {
    [k: string]: {};
  };
  changes: RulePackText[];
}
export interface RulePackText {
  fr: string;
  en: string;
}

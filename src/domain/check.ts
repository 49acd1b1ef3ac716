import type { Bilingual } from './bilingual.ts';
import type { Clause } from './clause.ts';
import type { Deck } from './deck.ts';
import type { Finding } from './finding.ts';
import type { Json, JsonObject, JsonSchema } from './json.ts';
import type { BlobRef, Preuve } from './preuve.ts';

/** What the dossier and the run declare that a check may compare with. Never a secret in clear. */
export interface RunFacts {
  readonly deck: Deck;
  /** Redacted options of each service, as the dossier declares them (`facts.services.psc`). */
  readonly services: Readonly<Record<string, JsonObject>>;
  /** Names of services the software must reach: `psc.issuer`, `psc.authorization_endpoint`... */
  readonly endpoints: Readonly<Record<string, string>>;
  /** `solution`, `candidature` of the dossier. */
  readonly solution: JsonObject;
  readonly candidature: JsonObject;
}

export interface CheckInput<O = JsonObject> {
  /** The preuves chosen by the row, in order of recording; never empty. */
  readonly preuves: readonly Preuve[];
  /** Preuves of the row's control steps, same kinds; empty when the row has no control. */
  readonly control: readonly Preuve[];
  readonly options: O;
  readonly facts: RunFacts;
  /** Raw bytes of a blob; throws BenchError when the store lacks them. */
  readonly bytes: (ref: BlobRef) => Uint8Array;
}

/**
 * `examined` counts the facts looked at: zero is never a pass, the row becomes `unexercised`.
 * `review` asks a human to judge what was shown; `notes` are facts worth telling that decide nothing.
 */
export interface CheckResult {
  readonly examined: number;
  readonly findings: readonly Finding[];
  readonly review?: boolean;
  readonly notes?: readonly Finding[];
}

/** Texts of one finding code. */
export interface FindingText {
  readonly says: Bilingual;
  /** What the vendor changes to make it go away. */
  readonly fix: Bilingual;
}

/**
 * A small pure function over preuves. It owns the fact; the scenario row owns gravité and exigence.
 * One file each, `services/<service>/checks/<name>.ts`, exported as `check`; its id is its path.
 */
export interface Check<O = JsonObject> {
  readonly title: Bilingual;
  /** Ids of the assertion tables it implements, e.g. `PSC-AR-05`. */
  readonly assertions: readonly string[];
  readonly clauses: readonly Clause[];
  /** Kinds of preuve it can read; a row asking for others is refused when the catalogue loads. */
  readonly reads: readonly string[];
  /** Schema of the row's `options`; absent means none allowed. */
  readonly options?: JsonSchema;
  /** Every code it can return, with its texts. */
  readonly findings: Readonly<Record<string, FindingText>>;
  judge(input: CheckInput<O>): CheckResult;
}

/** A check whose options were not read yet, as the catalogue keeps it. */
export type AnyCheck = Check<never> | Check;

export type CheckOptions = Readonly<Record<string, Json>>;

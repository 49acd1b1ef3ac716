import type { Bilingual } from './bilingual.ts';
import type { Clause } from './clause.ts';
import type { JsonObject, JsonSchema } from './json.ts';

/**
 * One named deviation of one reply. Pure: it turns the faithful artefact into the deviating one.
 * One file each, `services/<service>/faults/<name>.ts`, exported as `fault`; its id is its path.
 */
export interface Fault<A = unknown, C = unknown> {
  readonly title: Bilingual;
  /** The artefact it deviates, a name the simulator declares: `psc/id-token`, `insi/response`... */
  readonly target: string;
  /** True when a conforming software accepts it (a key rotation, an `aud` array). */
  readonly legitimate?: boolean;
  readonly clauses: readonly Clause[];
  readonly options?: JsonSchema;
  apply(artefact: A, context: C & { readonly options: JsonObject }): A;
}

/** A fault armed for the running step. */
export interface ArmedFault {
  readonly id: string;
  readonly options: JsonObject;
  /** How many replies it deviates; absent means every one while it is armed. */
  readonly times?: number;
}

/** What a simulator sees of the arming: it asks for its artefacts, and says when a deviation left. */
export interface Armory {
  /** Applies each armed fault of this target in order; returns the artefact untouched when none is armed. */
  apply<A>(target: string, artefact: A, context: object): Deviated<A>;
  /** Calls back each time faults of this target come into force or leave it. */
  onChange(target: string, listener: () => void): void;
}

export interface Deviated<A> {
  readonly artefact: A;
  /** Ids of the faults that changed it; empty for a faithful reply. */
  readonly faults: readonly string[];
  /**
   * Attests the delivery, to be called once the bytes were handed to the socket. `carrier` is the id of the
   * preuve of the exchange; `after` the deviating artefact as sent. Does nothing for a faithful reply.
   */
  readonly delivered: (carrier: string | undefined, after: Uint8Array) => void;
}

import type { Bilingual } from './bilingual.ts';
import type { Json, JsonObject, JsonSchema } from './json.ts';

/** A verb of the pilotage contract, read from `schemas/pilotage.openapi.yaml`. */
export interface Action {
  /** `psc.connecter`. */
  readonly id: string;
  /** What a human is told to do, with `{placeholders}` of the input. */
  readonly sentence: Bilingual;
  readonly input: JsonSchema;
  readonly output: JsonSchema;
}

export type PiloteAnswer =
  | { readonly kind: 'done'; readonly output: Json }
  | { readonly kind: 'unsupported'; readonly message?: string }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'broken'; readonly message: string };

export interface PiloteCall {
  readonly action: Action;
  readonly input: JsonObject;
  /** Deadline and run abort in one. */
  readonly signal: AbortSignal;
  /** Resolves when the awaited traffic was seen: an attended pilote then needs no key press. Absent when nothing is awaited. */
  readonly observed?: Promise<void>;
}

export interface PreflightProblem {
  readonly severity: 'blocking' | 'advice';
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

/** A way to make the vendor's software act. */
export interface Pilote {
  readonly kind: 'http' | 'command' | 'attended' | 'browser' | 'demo';
  /** Tells in a few seconds whether actions can be asked for at all. */
  preflight(actions: readonly Action[], signal: AbortSignal): Promise<readonly PreflightProblem[]>;
  /** Never rejects for the vendor's fault: a hang, an HTTP 500 or rubbish are answers of kind `broken`. */
  call(call: PiloteCall): Promise<PiloteAnswer>;
  close(): Promise<void>;
}

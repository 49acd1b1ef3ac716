import type { Clock } from '../domain/clock.ts';
import type { Deck } from '../domain/deck.ts';
import type { Fault } from '../domain/fault.ts';
import type { Json, JsonObject } from '../domain/json.ts';
import type { Operator } from '../domain/operator.ts';
import type { Action, Pilote } from '../domain/pilote.ts';
import type { Plan } from '../domain/plan.ts';
import type { PreuveDraft } from '../domain/preuve.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { RunEnd } from '../domain/sealed-run.ts';
import type { Pki, Service } from '../domain/service.ts';
import type { Navigator } from '../pilotes/navigator.ts';
import type { PreuveSink } from './run-recorder.ts';

/** A store that is open for writing, as the engine needs it. */
export interface RunStore extends PreuveSink {
  readonly runId: string;
  readonly directory: string;
  /** Keeps the addresses that the simulators got; called once they all listen. */
  endpoints(endpoints: Readonly<Record<string, string>>): void;
  /** Writes footer and Merkle root; nothing can be appended any more. */
  seal(end: RunEnd): { readonly root: string; readonly preuves: number };
}

/** A file of the dossier that a `submit` step may hand in. */
export interface DossierFichier {
  readonly kind: string;
  readonly path: string;
  readonly scenario?: string;
}

/** What the bench reads in an answer at capture, because checks cannot wait: see {@link RunRequest.derive}. */
export interface Derived {
  /** The output as the store keeps it: large content is replaced by its digest and size. */
  readonly output: Json;
  readonly preuves: readonly PreuveDraft[];
}

/** All a run needs; the CLI builds it, the engine opens nothing by itself. */
export interface RunRequest {
  readonly plan: Plan;
  readonly deck: Deck;
  readonly service: (name: string) => Service;
  readonly fault: (id: string) => Fault;
  readonly action: (id: string) => Action;
  /** Options of each service, validated, defaults filled in, secrets in clear. */
  readonly serviceOptions: Readonly<Record<string, JsonObject>>;
  readonly pilote: Pilote;
  readonly navigator: Navigator;
  readonly store: RunStore;
  readonly clock: Clock;
  /** How many times as fast as real time the clock and the software run; waits are divided by it. */
  readonly timeScale: number;
  readonly pki: Pki;
  readonly host: string;
  readonly operator?: Operator;
  readonly fichiers: readonly DossierFichier[];
  /** Preuves that an answer of the software holds, or undefined; must not throw for what the software answered. */
  readonly derive?: (action: string, output: Json) => Promise<Derived | undefined>;
  /** Deadline of single actions, in milliseconds. */
  readonly actionDeadlines: Readonly<Record<string, number>>;
  /** Aborts when the user stops the run: what was collected is then sealed as `interrupted`. */
  readonly signal: AbortSignal;
  readonly emit: (event: RunEvent) => void;
}

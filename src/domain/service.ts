import type { Bilingual } from './bilingual.ts';
import type { Clock } from './clock.ts';
import type { Deck } from './deck.ts';
import type { Armory } from './fault.ts';
import type { JsonObject, JsonSchema } from './json.ts';
import type { Recorder } from './preuve.ts';

/** PEM material of the run's test authority, and a way to get leaves from it. */
export interface Pki {
  /** PEM of the authority that vendors must trust. */
  readonly caPem: string;
  /** PEM of the authority that signs client certificates of the run. */
  readonly clientCaPem: string;
  /** Issues a server certificate; names are DNS names or IP addresses. `untrusted`: by an authority that nobody knows. */
  server(options: {
    readonly names: readonly string[];
    readonly notAfter?: Date;
    readonly untrusted?: boolean;
  }): Promise<KeyPair>;
  /** Issues a client certificate of the ORG AUTH_CLI shape: `OU` the structure id, `CN` free. */
  client(options: {
    readonly commonName: string;
    readonly organizationalUnit: string;
    readonly notAfter?: Date;
  }): Promise<KeyPair>;
  /** Issues the authentication certificate of a professional's card: RSA, `CN` the national identifier. */
  card(options: {
    readonly identifiantNational: string;
    readonly nom: string;
    readonly prenom: string;
    readonly notAfter?: Date;
  }): Promise<KeyPair>;
}

export interface KeyPair {
  readonly certPem: string;
  readonly keyPem: string;
}

/** All a simulator gets from the bench; it opens nothing else. */
export interface ServiceContext {
  /** Already validated against the service's `options` schema, defaults filled in; secrets in clear. */
  readonly options: JsonObject;
  readonly deck: Deck;
  readonly recorder: Recorder;
  readonly armory: Armory;
  readonly clock: Clock;
  readonly pki: Pki;
  /** Address to bind; loopback unless the user said otherwise. */
  readonly host: string;
  /** Deterministic per run: same seed, same stream. */
  readonly random: () => number;
  /** Aborted when the run stops; the simulator then refuses new work. */
  readonly signal: AbortSignal;
}

/** One thing the vendor sets in the software to reach the simulator. */
export interface Setting {
  readonly label: Bilingual;
  readonly value: string;
}

export interface RunningService {
  /** Names to addresses: `issuer`, `discovery`, `token_endpoint`... */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly settings: readonly Setting[];
  /** Puts the service in the state a step asks for; throws InputError when the state is not of its schema. */
  prepare(state: JsonObject): void;
  /** Handles a bench-side operation that a scenario triggers (`psc: revoquer-session`...). */
  operate(operation: string, input: JsonObject): Promise<JsonObject>;
  /** Closes every socket; resolves once nothing listens any more. */
  close(): Promise<void>;
}

/**
 * Manifest of a simulated national service; `services/<name>/service.ts` exports it as `service`.
 */
export interface Service {
  readonly name: string;
  readonly title: Bilingual;
  /** Schema of `services.<name>` in the dossier. */
  readonly options: JsonSchema;
  /** Schema of `state.<name>` in a scenario. */
  readonly state: JsonSchema;
  /** Members of the options that are secrets, as dotted paths: `client.secret`. */
  readonly secrets: readonly string[];
  /** Every preuve kind it captures, with a label. */
  readonly kinds: Readonly<Record<string, Bilingual>>;
  /** Every artefact name its faults may target, with a label. */
  readonly targets: Readonly<Record<string, Bilingual>>;
  /** CN of the client certificate that the bench lends the software for this service; `lps-sous-test` when absent. */
  readonly clientCommonName?: string;
  /** Whether the bench lends the test cards of professionals to a software with these options; never when absent. */
  lendsCards?(options: JsonObject): boolean;
  /** Starts listening; throws BenchError with a hint when a pinned port is busy. Absent for a service without simulator. */
  start?(context: ServiceContext): Promise<RunningService>;
}

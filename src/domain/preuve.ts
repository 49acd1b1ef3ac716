import type { Json } from './json.ts';

/** Bytes kept in the store, named by their SHA-256 (lower-case hex). */
export interface BlobRef {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType?: string;
}

/** What the handshake of a client certificate told. */
export interface ClientCertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  readonly serialNumber: string;
  /** SHA-256 of the DER, lower-case hex. */
  readonly sha256: string;
  /** ISO 8601. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly extendedKeyUsage: readonly string[];
  /** True when the chain ends at the test authority of the run. */
  readonly trusted: boolean;
}

/** TLS facts of the connection that carried an exchange. */
export interface TlsFacts {
  /** `TLSv1.2`, `TLSv1.3`. */
  readonly version: string;
  readonly cipher: string;
  readonly serverName?: string;
  readonly clientCertificate?: ClientCertificateFacts;
}

/** The parsed view that every HTTP exchange has; services add their own members beside it. */
export interface HttpExchangeView {
  readonly method: string;
  /** Scheme and authority the client used, e.g. `https://127.0.0.1:41234`. */
  readonly origin: string;
  readonly path: string;
  /** Query parameters in order of appearance, duplicates kept. */
  readonly query: readonly (readonly [string, string])[];
  /** Headers in order, names as sent. */
  readonly headers: readonly (readonly [string, string])[];
  /** Form fields of an `application/x-www-form-urlencoded` body, in order; absent for other bodies. */
  readonly form?: readonly (readonly [string, string])[];
  /** Parsed JSON body, absent for other bodies. */
  readonly json?: Json;
  readonly status: number;
  readonly responseHeaders: readonly (readonly [string, string])[];
  readonly responseJson?: Json;
  /** Set when the exchange did not complete: `client-closed`, `timeout`, `body-too-large`, `malformed`. */
  readonly aborted?: string;
  /** Faults of the server certificate on the connection of the exchange, absent when it was faithful. */
  readonly certificateFaults?: readonly string[];
}

/**
 * One recorded fact. `kind` is `<service>/<what>` (`psc/token-request`) or one of the bench's own:
 * `pilote/action` (an action and its answer), `pilote/probe`, `fault/delivered`, `step/end`,
 * `attestation/declared`, `file/submitted`.
 */
export interface Preuve<V = unknown> {
  /** `p-000001` in order of recording. */
  readonly id: string;
  readonly kind: string;
  /** `<scenario>` and `<step>` that were running; absent for traffic nobody waited for. */
  readonly scenario?: string;
  readonly step?: string;
  /** Milliseconds of real time since the start of the run. */
  readonly at: number;
  /** JSON view, computed once at capture; checks read it. */
  readonly view: V;
  /** Raw bytes: `request`, `response`, `file`, `before`, `after`. */
  readonly raw: Readonly<Record<string, BlobRef>>;
  readonly tls?: TlsFacts;
  /** Id of the connection, so that exchanges of one client connection can be told together. */
  readonly connection?: string;
}

/** View of `pilote/action` and `pilote/probe`. */
export interface PiloteView {
  readonly action: string;
  readonly input: Json;
  /** `done`: the software answered; `unsupported`: it declares not to know the action; `skipped`: the operator passed. */
  readonly answer: 'done' | 'unsupported' | 'skipped' | 'timeout' | 'broken';
  readonly output: Json;
  readonly message?: string;
  /** Real milliseconds that the action took. */
  readonly took: number;
}

/** View of `fault/delivered`: the attestation that a deviation really left the simulator. */
export interface FaultDeliveredView {
  readonly fault: string;
  readonly target: string;
  /** Id of the preuve of the exchange that carried the deviation, when it is one. */
  readonly carrier?: string;
}

/** View of `step/end`. */
export interface StepEndView {
  readonly outcome: 'done' | 'timeout' | 'unsupported' | 'skipped' | 'aborted' | 'broken';
  readonly startedAt: number;
  readonly reason?: string;
  /** True when the bench or a scenario, not the software, is at fault: rows of the step become `error`. */
  readonly bench?: boolean;
}

/** View of `attestation/declared`. */
export interface AttestationView {
  readonly preuve: string;
  readonly valeur: 'conforme' | 'non-conforme' | 'a-verifier';
  readonly par: string;
  readonly le: string;
  readonly motif?: string;
  readonly fichier?: string;
}

/** What a recorder is given; it adds id, time and the running step. */
export interface PreuveDraft<V = unknown> {
  readonly kind: string;
  readonly view: V;
  readonly raw?: Readonly<Record<string, Uint8Array>>;
  readonly tls?: TlsFacts;
  readonly connection?: string;
}

/** The port through which simulators and pilotes write to the store. Redaction happens behind it. */
export interface Recorder {
  /** Keeps the fact at once; the returned preuve is what the store holds. Throws BenchError when the store is sealed or broken. */
  record<V>(draft: PreuveDraft<V>): Preuve<V>;
  /** Declares a value that must never be stored or shown in clear; `label` replaces it. */
  secret(label: string, value: string): void;
}

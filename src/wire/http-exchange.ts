import type { Deviated } from '../domain/fault.ts';
import type { Json } from '../domain/json.ts';
import type { Preuve, TlsFacts } from '../domain/preuve.ts';

/** Ordered name and value pairs: headers, query parameters, form fields; duplicates kept. */
export type Pairs = readonly (readonly [string, string])[];

/** A whole request, as handlers see it. */
export interface WireRequest {
  readonly method: string;
  /** Scheme and authority the client asked for. */
  readonly origin: string;
  /** Path without the query, as sent (percent escapes kept). */
  readonly path: string;
  readonly query: Pairs;
  /** Names as sent. */
  readonly headers: Pairs;
  /** Fields of an `application/x-www-form-urlencoded` body. */
  readonly form?: Pairs;
  /** Parsed JSON body, absent when the body is not JSON or does not parse. */
  readonly json?: Json;
  /** Exact bytes of the body, transfer coding removed. */
  readonly body: Buffer;
  readonly tls?: TlsFacts;
  readonly connection: string;
  /** Real time of arrival of the headers, milliseconds since the epoch. */
  readonly receivedAt: number;
  /** Aborted when the client hangs up or the server closes. */
  readonly signal: AbortSignal;
  /** First value of a header, name compared without case. */
  header(name: string): string | undefined;
}

/** A deviation that this reply carries; attested only once the bytes left. */
export interface CarriedDeviation {
  readonly deviated: Pick<Deviated<unknown>, 'faults' | 'delivered'>;
  /** The deviating artefact as sent; the body of the reply when absent. */
  readonly after?: Uint8Array;
}

/** What a handler answers, and how the exchange is to be recorded. */
export interface WireReply {
  readonly status: number;
  /** `Content-Length`, `Date` and `Connection` are added when absent. */
  readonly headers?: Pairs;
  readonly body?: string | Uint8Array;
  /** Kind of the preuve of this exchange. */
  readonly kind: string;
  /** Members added beside those of HttpExchangeView. */
  readonly view?: object;
  /** Bytes kept beside `request` and `response`, by names that these do not have. */
  readonly raw?: Readonly<Record<string, Uint8Array>>;
  readonly deviations?: readonly CarriedDeviation[];
  /** Real milliseconds to wait before anything is sent. */
  readonly delayMs?: number;
  /**
   * `whole` (default); `drop` closes the connection without a byte; `truncateAt` sends that many bytes of the
   * message (head included), then closes.
   */
  readonly delivery?: 'whole' | 'drop' | { readonly truncateAt: number };
  /** Called once, right after the exchange was recorded. */
  readonly recorded?: (preuve: Preuve) => void;
}

/** First value of a parameter, name compared exactly. */
export function firstValue(pairs: Pairs | undefined, name: string): string | undefined {
  return pairs?.find(([key]) => key === name)?.[1];
}

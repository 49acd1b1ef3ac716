import type { CarriedDeviation, Pairs, WireReply } from '../../../wire/http-exchange.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** How an answer is recorded. */
export interface ReplyRecord {
  readonly kind: string;
  readonly view?: object;
  readonly deviations?: readonly CarriedDeviation[];
  readonly headers?: Pairs;
}

/** A JSON answer with the caching headers that RFC 6749 section 5.1 asks for. */
export function jsonReply(reply: JsonReplyArtefact, record: ReplyRecord): WireReply {
  const { headers = [], ...rest } = record;
  return {
    ...rest,
    status: reply.status,
    headers: [
      ['Content-Type', 'application/json'],
      ['Cache-Control', 'no-store'],
      ['Pragma', 'no-cache'],
      ...headers,
    ],
    body: JSON.stringify(reply.body),
  };
}

/** An error in the shape of Keycloak's. */
export function oauthError(status: number, error: string, description?: string): JsonReplyArtefact {
  return {
    status,
    body: { error, ...(description === undefined ? {} : { error_description: description }) },
  };
}

/** `error` of a view, when a deviation made one. */
export function errorOf(error: unknown): { readonly error?: string } {
  return typeof error === 'string' ? { error } : {};
}

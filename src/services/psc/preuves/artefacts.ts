import type { JsonObject } from '../../../domain/json.ts';

/**
 * Which key signs a token: the published one; a key that is published nowhere, under the published `kid`; a new key
 * published at that very moment; the client's secret (HMAC); or nothing at all.
 */
export type SigningChoice = 'active' | 'foreign' | 'rotated' | 'client-secret' | 'none';

/** Target `psc/id-token` and `psc/refreshed-id-token`: an ID token before it is signed. */
export interface IdTokenArtefact {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  readonly sign: SigningChoice;
}

/** Times are in seconds of the virtual clock. */
export interface IdTokenContext {
  readonly issuer: string;
  readonly clientId: string;
  readonly now: number;
}

/** A JSON answer before it is written: discovery, JWKS, tokens, userinfo, CIBA, exchange, API. */
export interface JsonReplyArtefact {
  readonly status: number;
  readonly body: JsonObject;
}

/** Target `psc/callback` and `psc/logout-return`: parameters added to the URL the browser is sent back to. */
export interface RedirectArtefact {
  readonly parameters: readonly (readonly [string, string])[];
}

export interface CallbackContext {
  readonly issuer: string;
}

/** Userinfo claims of another professional of the deck, as they would be answered faithfully. */
export interface UserinfoContext {
  readonly autre: JsonObject;
}

/**
 * Target `psc/ciba-poll-response` deviates the decision on a poll before any token exists: status 200 and an empty
 * body mean that tokens are about to be issued. `poll` counts the polls of one CIBA request from 1; `pending` is the
 * faithful answer while the user did not decide, and returning it is no deviation.
 */
export interface CibaPollContext {
  readonly poll: number;
  readonly pending: JsonReplyArtefact;
}

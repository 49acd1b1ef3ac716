import type { JsonObject } from '../../../domain/json.ts';
import type { HttpExchangeView } from '../../../domain/preuve.ts';

/**
 * What the Pro Santé Connect simulator adds to the HTTP view of each exchange. Kinds and views:
 *
 * | kind | view |
 * |---|---|
 * | `psc/discovery-request`, `psc/jwks-request` | HttpExchangeView & { faults } |
 * | `psc/authorization-request` | AuthorizationRequestView |
 * | `psc/portal-request` | HttpExchangeView & { login } (a human's choice on the simulated portal) |
 * | `psc/authorization-response` | AuthorizationResponseView (the redirect sent to the browser) |
 * | `psc/token-request` (authorization_code), `psc/refresh-request`, `psc/ciba-poll` | TokenRequestView |
 * | `psc/ciba-request` | CibaRequestView |
 * | `psc/userinfo-request`, `psc/introspection-request`, `psc/revocation-request` | BearerRequestView |
 * | `psc/end-session-request` | EndSessionView |
 * | `psc/token-exchange-request` | TokenExchangeView |
 * | `psc/api-request` | ApiRequestView |
 * | `psc/proxy-exchange` | HttpExchangeView & { operation } (bench -> the vendor's Proxy e-Santé) |
 * | `psc/unknown-request` | HttpExchangeView (a path PSC does not have) |
 */
export interface AuthorizationRequestView extends HttpExchangeView {
  /** Groups one login: authorization, response, token, userinfo, refresh, logout carry the same. */
  readonly login?: string;
  /** Problems the simulator met yet went on with: `unknown-client`, `unregistered-redirect-uri`... */
  readonly anomalies: readonly string[];
}

export interface AuthorizationResponseView {
  readonly login: string;
  /** Full callback URL the browser was sent to. */
  readonly location: string;
  readonly redirectUri: string;
  readonly state?: string;
  readonly code?: string;
  readonly iss?: string;
  readonly error?: string;
  /** Identifiant national of the professional who logged in. */
  readonly professionnel?: string;
  readonly faults: readonly string[];
}

/** How the client proved who it is; several entries when it used several means at once. */
export type ClientAuthMethod =
  'client_secret_basic' | 'client_secret_post' | 'secret-in-query' | 'tls_client_auth' | 'private_key_jwt';

export interface TokenRequestView extends HttpExchangeView {
  readonly login?: string;
  readonly clientId?: string;
  readonly authMethods: readonly ClientAuthMethod[];
  /** True when this exact code, refresh token or auth_req_id had been used before. */
  readonly replayed: boolean;
  /** For code grants with PKCE: whether the verifier matches the challenge; absent when no challenge was sent. */
  readonly pkce?: 'match' | 'mismatch' | 'verifier-missing';
  /** For code grants: whether redirect_uri equals the authorization request's. */
  readonly redirectUriMatches?: boolean;
  /** Header and claims of the ID token as sent (deviations included), and its raw value. */
  readonly idToken?: { readonly header: JsonObject; readonly claims: JsonObject };
  /** SHA-256 hex of tokens that this answer handed out, to link later use of them. */
  readonly issued?: {
    readonly accessToken?: string;
    readonly refreshToken?: string;
    readonly idToken?: string;
  };
  readonly expiresIn?: number;
  /** OAuth error code answered. */
  readonly error?: string;
  /** `psc/ciba-poll`: id of the CIBA request, its interval (seconds) then in force, ms since the previous poll. */
  readonly ciba?: { readonly request: string; readonly interval: number; readonly sincePrevious?: number };
  readonly anomalies: readonly string[];
  readonly faults: readonly string[];
}

export interface CibaRequestView extends HttpExchangeView {
  readonly login?: string;
  readonly clientId?: string;
  readonly authMethods: readonly ClientAuthMethod[];
  readonly bindingMessage?: string;
  readonly error?: string;
  readonly anomalies: readonly string[];
  readonly faults: readonly string[];
}

export interface BearerRequestView extends HttpExchangeView {
  readonly login?: string;
  /** Where the token was found; several entries when sent several ways. */
  readonly tokenIn: readonly ('header' | 'body' | 'query')[];
  /** SHA-256 hex of the token. */
  readonly token?: string;
  readonly tokenState: 'valid' | 'expired' | 'revoked' | 'unknown' | 'absent';
  readonly anomalies: readonly string[];
  readonly faults: readonly string[];
}

export interface EndSessionView extends HttpExchangeView {
  readonly login?: string;
  readonly idTokenHint: 'valid' | 'expired' | 'unknown' | 'absent';
  readonly postLogoutRedirectUri?: string;
  readonly postLogoutRegistered?: boolean;
  readonly state?: string;
  /** URL the browser is sent back to, with the state as sent (deviations included). */
  readonly returnedTo?: string;
  readonly faults: readonly string[];
}

export interface TokenExchangeView extends HttpExchangeView {
  readonly login?: string;
  readonly subjectTokenState: 'valid' | 'expired' | 'revoked' | 'unknown' | 'absent';
  /** Age of the PSC access token in virtual seconds. */
  readonly subjectTokenAge?: number;
  readonly issued?: { readonly accessToken?: string };
  readonly cnf?: { readonly form: 'rfc8705' | 'base64-hex'; readonly value: string };
  readonly error?: string;
  readonly faults: readonly string[];
}

export interface ApiRequestView extends HttpExchangeView {
  readonly login?: string;
  readonly tokenState: 'valid' | 'expired' | 'revoked' | 'unknown' | 'absent';
  /** Whether the TLS client certificate is the one of the token's `cnf`. */
  readonly binding: 'match' | 'mismatch' | 'no-certificate' | 'unbound';
  readonly faults: readonly string[];
}

import type { InsConduct } from './ins/ins-conduct.ts';

/** Verifications that a hand-made client may forget. */
export type Verification =
  | 'state'
  | 'retour-iss'
  | 'retour-erreur'
  | 'signature'
  | 'alg'
  | 'iss'
  | 'aud'
  | 'aud-present'
  | 'exp'
  | 'nonce'
  | 'iat-present'
  | 'sub-present'
  | 'azp'
  | 'userinfo-sub'
  | 'refresh-identite';

/** A client written without library, as careless products do; every verification not skipped is done right. */
export interface HandMadeClient {
  readonly skip?: readonly Verification[];
  readonly issuer?: 'prefixe';
  readonly audience?: 'chaine-seulement';
  /** `double`: Basic and form; `requete`: in the query; `get`: the whole request as a GET. */
  readonly clientAuth?: 'double' | 'requete' | 'get' | 'formulaire';
  readonly userinfo?: 'requete' | 'secret-en-tete';
  readonly redirectUri?: (honest: string) => string;
  readonly verifier?: (honest: string) => string;
  /** Keys are fetched once and never again. */
  readonly frozenKeys?: boolean;
}

export interface AuthorizationMoment {
  readonly state: string;
  readonly nonce: string;
  readonly clientSecret: string | undefined;
}

/**
 * Where the demo may be made to misbehave. Every member absent is the honest product; a défaut sets what it spoils
 * and nothing else, so that exactly the checks it deserves turn red.
 */
export interface Conduct {
  readonly ins?: InsConduct;
  readonly authorization?: (parameters: URLSearchParams, moment: AuthorizationMoment) => void;
  readonly authorizationUrl?: (url: URL, issuer: URL) => URL;
  readonly state?: (honest: string, nonce: string) => string;
  readonly nonce?: (honest: string) => string;
  readonly pkce?: 'aucun' | 'plain' | 'court';
  readonly handMade?: HandMadeClient;
  readonly discoveryPath?: (url: URL) => URL;
  readonly discoveryAttempts?: number;
  readonly withoutIssuerComparison?: boolean;
  readonly withoutCertificate?: boolean;
  /** Sends the secret although the certificate proves who calls. */
  readonly secretWithCertificate?: boolean;
  /** The state and code of a callback may serve again. */
  readonly reusableCallback?: boolean;
  readonly acrIgnored?: boolean;
  readonly acrMissingUntraced?: boolean;
  readonly iatIgnored?: boolean;
  readonly accessTokenHashIgnored?: boolean;
  readonly identitySwapIgnored?: boolean;
  readonly accountKey?: 'sub';
  readonly neverLinked?: boolean;
  readonly crashesWithoutRefPro?: boolean;
  readonly firstSituationTaken?: boolean;
  readonly fullRightsAlways?: boolean;
  readonly text?: (honest: string) => string;
  readonly neverRefreshes?: boolean;
  /** Calls made at once when the refresh token is refused. */
  readonly refreshRepeats?: number;
  /** Refreshes by itself at this rhythm, in milliseconds. */
  readonly refreshEveryMs?: number;
  readonly logout?: (parameters: URLSearchParams) => void;
  readonly localLogoutOnly?: boolean;
  readonly sessionSurvivesLogout?: boolean;
  /** The session ends on screen, its identifier still opens it. */
  readonly oldCookieAccepted?: boolean;
  readonly logoutStateRequired?: boolean;
  readonly idleEndsPscSession?: boolean;
  readonly ciba?: (parameters: URLSearchParams) => void;
  readonly bindingMessage?: string;
  readonly bindingMessageHidden?: boolean;
  readonly cibaPoll?: CibaPolling;
  readonly cancelIgnored?: boolean;
  readonly cibaDetailedErrors?: boolean;
  readonly exchange?: (parameters: URLSearchParams) => void;
  readonly exchangeWithoutRefresh?: boolean;
  readonly apiWithoutCertificate?: boolean;
  readonly proxyReconnects?: boolean;
  readonly proxyBreaksWithoutSession?: boolean;
  readonly proxyTraces?: (trace: Record<string, unknown>) => void;
  readonly logsInClear?: boolean;
  readonly withoutTraces?: boolean;
}

/** A polling loop of one's own instead of the library's. */
export interface CibaPolling {
  readonly everyMs?: number;
  readonly ignoresSlowDown?: boolean;
  readonly goesOnAfterRefusal?: boolean;
  readonly pollsWithoutId?: boolean;
}

import { members, text } from '../settings.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** Tokens of one login, as the product keeps them: in memory, on the server side only. */
export interface TokenSet {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly idToken: string;
  readonly claims: Claims;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Builds the set from a token answer whose ID token was verified. */
export function tokenSet(answer: unknown, claims: Claims, previous?: TokenSet): TokenSet {
  const body = members(answer);
  const lifetime = body['expires_in'];
  const seconds = typeof lifetime === 'number' ? lifetime : Number(lifetime);
  return {
    accessToken: text(body, 'access_token') ?? '',
    refreshToken: text(body, 'refresh_token') ?? previous?.refreshToken,
    idToken: text(body, 'id_token') ?? previous?.idToken ?? '',
    claims,
    // Without a lifetime the token is tried until it is refused.
    expiresAt: Number.isFinite(seconds) ? Date.now() + seconds * 1000 : Number.POSITIVE_INFINITY,
  };
}

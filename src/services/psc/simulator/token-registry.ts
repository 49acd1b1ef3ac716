import type { Clock } from '../../../domain/clock.ts';
import type { Login } from './login.ts';
import { sha256Hex } from './sha256-hex.ts';

export type TokenState = 'valid' | 'expired' | 'revoked' | 'unknown' | 'absent';

export interface KnownToken {
  readonly kind: 'access' | 'refresh' | 'id' | 'api';
  readonly login: Login;
  /** Virtual milliseconds. */
  readonly issuedAt: number;
  expiresAt: number;
  revoked: boolean;
  used: boolean;
  /** SHA-256 of the certificate the token is bound to, lower-case hex. */
  readonly boundTo?: string;
  readonly claims?: object;
}

/** Every token of the run by its SHA-256; nothing is forgotten, so that a late use is told apart from a made-up one. */
export class TokenRegistry {
  readonly #tokens = new Map<string, KnownToken>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Returns the SHA-256 of the token. `lifetime` in virtual seconds. */
  add(
    token: string,
    kind: KnownToken['kind'],
    login: Login,
    lifetime: number,
    more: { readonly boundTo?: string; readonly claims?: object } = {},
  ): string {
    const digest = sha256Hex(token);
    const now = this.#clock.now();
    this.#tokens.set(digest, {
      kind,
      login,
      issuedAt: now,
      expiresAt: now + lifetime * 1000,
      revoked: false,
      used: false,
      ...more,
    });
    return digest;
  }

  find(token: string | undefined): KnownToken | undefined {
    return token === undefined ? undefined : this.#tokens.get(sha256Hex(token));
  }

  /** What the token is worth now; a token of another kind than asked is unknown. */
  stateOf(token: string | undefined, kinds: readonly KnownToken['kind'][]): TokenState {
    if (token === undefined || token === '') return 'absent';
    const known = this.find(token);
    if (known === undefined || !kinds.includes(known.kind)) return 'unknown';
    if (known.revoked || known.login.ended) return 'revoked';
    return known.expiresAt <= this.#clock.now() ? 'expired' : 'valid';
  }

  /** Ends the life of the tokens chosen at once; returns how many were alive. */
  expire(chosen: (token: KnownToken) => boolean): number {
    const now = this.#clock.now();
    const alive = [...this.#tokens.values()].filter((token) => token.expiresAt > now && chosen(token));
    for (const token of alive) token.expiresAt = now;
    return alive.length;
  }
}

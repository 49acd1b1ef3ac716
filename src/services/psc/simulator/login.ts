import type { Professionnel } from '../../../domain/deck.ts';

/** One authentication of a professional, from the authorization request to the logout. */
export interface Login {
  /** `login-1`: groups the exchanges of one login in the preuves. */
  readonly id: string;
  readonly sessionState: string;
  readonly clientId: string;
  readonly professionnel: Professionnel;
  readonly moyen: 'CARD' | 'ECPS';
  readonly scope: string;
  readonly nonce?: string;
  /** Virtual seconds since the epoch. */
  readonly authTime: number;
  /** Set by a logout, a revocation or a bench operation: every token of the login is then dead. */
  ended: boolean;
}

/** What a code was given for, to compare with the token request. */
export interface CodeGrant {
  readonly login: Login;
  readonly redirectUri: string;
  readonly challenge?: { readonly value: string; readonly method: string };
  /** Virtual milliseconds. */
  readonly expiresAt: number;
  used: boolean;
}

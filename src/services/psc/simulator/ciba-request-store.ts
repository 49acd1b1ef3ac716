import type { Professionnel } from '../../../domain/deck.ts';

/** A CIBA request from its acknowledgement to its end; times in virtual milliseconds. */
export interface CibaRequest {
  /** `login-3`. */
  readonly login: string;
  readonly clientId: string;
  readonly professionnel: Professionnel;
  readonly moyen: 'CARD' | 'ECPS';
  readonly scope: string;
  readonly expiresAt: number;
  answersAt: number;
  issue: 'accord' | 'refus' | 'expiration' | 'jamais';
  /** Seconds that the server enforces between polls. */
  readonly interval: number;
  /** Seconds that the client must respect: grows by five with each `slow_down`. */
  owedInterval: number;
  polls: number;
  lastPoll?: number;
  lastAllowedPoll?: number;
  used: boolean;
}

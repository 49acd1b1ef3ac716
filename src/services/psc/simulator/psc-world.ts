import type { Professionnel } from '../../../domain/deck.ts';
import type { ServiceContext } from '../../../domain/service.ts';
import { BenchError } from '../../../domain/segur-error.ts';
import type { CibaRequest } from './ciba-request-store.ts';
import type { CodeGrant, Login } from './login.ts';
import type { PscOptions } from './psc-options.ts';
import { defaultState, type PscState } from './psc-state.ts';
import type { SigningKeys } from './signing-keys.ts';
import { TokenRegistry } from './token-registry.ts';

/** Addresses of the run, known once the servers listen. */
export interface PscAddresses {
  readonly issuer: string;
  readonly portail: string;
  /** Absent outside of the Espace de Confiance. */
  readonly edc?: string;
}

export interface PendingLogin {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly state?: string;
  readonly nonce?: string;
  readonly challenge?: CodeGrant['challenge'];
}

/** All that the simulated realm remembers during a run. */
export class PscWorld {
  readonly context: ServiceContext;
  readonly options: PscOptions;
  readonly keys: SigningKeys;
  readonly tokens: TokenRegistry;
  readonly logins: Login[] = [];
  readonly codes: Map<string, CodeGrant> = new Map();
  readonly pending: Map<string, PendingLogin> = new Map();
  readonly ciba: Map<string, CibaRequest> = new Map();
  /** Single sign-on sessions by cookie, with the virtual time of the last use. */
  readonly sessions: Map<string, { readonly login: Login; lastSeen: number }> = new Map();
  /** Names of hosts or endpoints that answer 503. */
  readonly unavailable: Set<string> = new Set();
  state: PscState = defaultState;
  addresses: PscAddresses = { issuer: '', portail: '' };
  #pendingCount = 0;

  constructor(context: ServiceContext, options: PscOptions, keys: SigningKeys) {
    this.context = context;
    this.options = options;
    this.keys = keys;
    this.tokens = new TokenRegistry(context.clock);
  }

  /** Virtual seconds since the epoch. */
  seconds(): number {
    return Math.floor(this.context.clock.now() / 1000);
  }

  /** An identifier in the shape of a UUID, from the run's own stream. */
  uuid(): string {
    const hex = Array.from({ length: 3 }, () =>
      Math.floor(this.context.random() * 2 ** 44)
        .toString(16)
        .padStart(11, '0'),
    ).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
  }

  /** Reserves the id that groups the exchanges of a login about to start. */
  nextLoginId(): string {
    this.#pendingCount += 1;
    return `login-${this.#pendingCount}`;
  }

  /** Who logs in by the browser in the running step. */
  chosenProfessionnel(): Professionnel {
    const { professionnels } = this.context.deck;
    const chosen =
      this.state.identifiantNational === undefined
        ? professionnels[0]
        : this.professionnel(this.state.identifiantNational);
    if (chosen === undefined) throw new BenchError('PSC_DECK', 'the deck has no professional');
    return chosen;
  }

  professionnel(identifiantNational: string): Professionnel | undefined {
    return this.context.deck.professionnels.find(
      (candidate) => candidate.identifiantNational === identifiantNational,
    );
  }

  openLogin(
    login: Pick<Login, 'id' | 'clientId' | 'professionnel' | 'moyen' | 'scope'> & { readonly nonce?: string },
  ): Login {
    const opened: Login = { ...login, sessionState: this.uuid(), authTime: this.seconds(), ended: false };
    this.logins.push(opened);
    return opened;
  }
}

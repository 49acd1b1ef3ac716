import { randomBytes } from 'node:crypto';
import type { Account } from './accounts.ts';
import type { Identity } from './psc/identity.ts';
import type { Provider } from './psc/provider.ts';
import type { TokenSet } from './psc/token-set.ts';

/** What is remembered between the departure to Pro Santé Connect and the return. */
export interface Transaction {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly provider: Provider;
  readonly redirectUri: string;
  readonly startedAt: number;
}

export interface LoggedIn {
  readonly account: Account;
  readonly nom: string;
  /** Absent when the other means of the product was used. */
  readonly psc?: { readonly provider: Provider; readonly identity: Identity; tokens: TokenSet };
  /** Structure of the practice situation in force. */
  structure?: string;
}

/** One session of the application: a browser's, or a workstation's when `native`. */
export interface Session {
  readonly id: string;
  readonly poste: string;
  readonly native: boolean;
  transaction?: Transaction;
  user?: LoggedIn;
  lastSeen: number;
}

/** Sessions by identifier and by workstation; an idle one is ended when next looked at. */
export class Sessions {
  readonly idleMs: number;
  readonly #byId = new Map<string, Session>();
  readonly #byPoste = new Map<string, Session>();

  constructor(idleMs: number) {
    this.idleMs = idleMs;
  }

  open(poste: string, native: boolean): Session {
    const session: Session = {
      id: randomBytes(32).toString('base64url'),
      poste,
      native,
      lastSeen: Date.now(),
    };
    this.#byId.set(session.id, session);
    this.#byPoste.set(poste, session);
    return session;
  }

  find(id: string | undefined): Session | undefined {
    return this.#alive(id === undefined ? undefined : this.#byId.get(id));
  }

  ofPoste(poste: string): Session | undefined {
    return this.#alive(this.#byPoste.get(poste));
  }

  /** Forgets a session and all it held; its identifier opens nothing any more. */
  close(session: Session): void {
    delete session.user;
    delete session.transaction;
    this.#byId.delete(session.id);
    if (this.#byPoste.get(session.poste) === session) this.#byPoste.delete(session.poste);
  }

  all(): readonly Session[] {
    return [...this.#byId.values()];
  }

  #alive(session: Session | undefined): Session | undefined {
    if (session === undefined) return undefined;
    if (Date.now() - session.lastSeen > this.idleMs) {
      this.close(session);
      return undefined;
    }
    return session;
  }
}

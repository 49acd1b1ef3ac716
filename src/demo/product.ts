import type { Conduct } from './conduct.ts';
import { Accounts } from './accounts.ts';
import { Journal } from './journal.ts';
import { callApi, type ApiAnswer, type ApiCall } from './psc/api-call.ts';
import { fetchIdentity, grantCode, refusalOf } from './psc/code-grant.ts';
import { fetchIdentityByHand, grantCodeByHand } from './psc/hand-made-client.ts';
import { readIdentity, verifyIdTokenRules } from './psc/identity.ts';
import { discover, type Provider } from './psc/provider.ts';
import { freshTokens, refreshTokens, SessionEnded } from './psc/session-tokens.ts';
import type { TokenSet } from './psc/token-set.ts';
import { openTransport, type Transport } from './psc/transport.ts';
import { Refusal } from './refusal.ts';
import { Sessions, type LoggedIn, type Session, type Transaction } from './sessions.ts';
import type { DemoSettings } from './settings.ts';

const idleMs = 30 * 60_000;

/** The product without its screens: configuration, accounts, sessions, and what it does with Pro Santé Connect. */
export class Product {
  readonly conduct: Conduct;
  readonly journal: Journal;
  readonly accounts: Accounts;
  readonly sessions: Sessions = new Sessions(idleMs);
  #settings: DemoSettings | undefined;
  #transport: Transport | undefined;

  constructor(conduct: Conduct) {
    this.conduct = conduct;
    this.journal = new Journal({
      clear: conduct.logsInClear === true,
      traced: conduct.withoutTraces !== true,
    });
    this.accounts = new Accounts(this.journal, {
      keyedOnSub: conduct.accountKey === 'sub',
      neverLinked: conduct.neverLinked === true,
    });
  }

  get settings(): DemoSettings {
    if (this.#settings === undefined) throw new Refusal('erreur', 'Pro Santé Connect n’est pas configuré.');
    return this.#settings;
  }

  async configure(settings: DemoSettings): Promise<void> {
    await this.#transport?.close();
    this.#settings = settings;
    this.#transport = openTransport(settings, settings.mutualTls && this.conduct.withoutCertificate !== true);
  }

  async discover(): Promise<Provider> {
    const { settings } = this;
    if (this.#transport === undefined) throw new Refusal('erreur', 'Pro Santé Connect n’est pas configuré.');
    return discover(settings, this.#transport, this.conduct);
  }

  /** Ends a web login: code, ID token, userinfo, account. Throws Refusal; every attempt leaves a trace. */
  async finishWebLogin(callback: URL, transaction: Transaction): Promise<LoggedIn> {
    return this.#traced(undefined, async () => {
      const { handMade } = this.conduct;
      this.journal.log('psc retour', { code: callback.searchParams.get('code') ?? undefined });
      const tokens =
        handMade === undefined
          ? await grantCode(callback, transaction)
          : await grantCodeByHand(callback, transaction, handMade);
      return this.#logIn(transaction.provider, tokens);
    });
  }

  /** Ends a CIBA login whose tokens were obtained. */
  async finishCibaLogin(
    provider: Provider,
    identifiantNational: string,
    obtain: () => Promise<TokenSet>,
  ): Promise<LoggedIn> {
    return this.#traced(identifiantNational, async () => this.#logIn(provider, await obtain()));
  }

  async #logIn(provider: Provider, tokens: TokenSet): Promise<LoggedIn> {
    const { conduct, journal } = this;
    verifyIdTokenRules(
      tokens.claims,
      { accessToken: tokens.accessToken, clientId: provider.settings.clientId },
      conduct,
      journal,
    );
    journal.log('psc jetons', { access_token: tokens.accessToken, id_token: tokens.idToken });
    const userinfo =
      conduct.handMade === undefined
        ? await fetchIdentity({ provider }, tokens)
        : await fetchIdentityByHand(provider, tokens, conduct.handMade);
    const identity = readIdentity(tokens.claims, userinfo, conduct);
    const account = this.accounts.forPsc(identity.identifiantNational, identity.sub);
    const [only, ...others] = identity.situations;
    const chosen = others.length === 0 || conduct.firstSituationTaken === true ? only : undefined;
    return {
      account,
      nom: identity.nom,
      psc: { provider, identity, tokens },
      ...(chosen === undefined ? {} : { structure: chosen.structure }),
    };
  }

  async #traced(who: string | undefined, login: () => Promise<LoggedIn>): Promise<LoggedIn> {
    try {
      const user = await login();
      this.journal.trace(user.account.identifiantNational, 'connexion psc', 'reussie');
      return user;
    } catch (cause) {
      const refusal = refusalOf(cause);
      this.journal.log(`psc connexion ${refusal.issue}: ${causeText(refusal.cause)}`);
      this.journal.trace(who, 'connexion psc', refusal.issue);
      throw refusal;
    }
  }

  /** Reads the profile again with a live token; ends the session when Pro Santé Connect ended it. */
  async reloadProfile(session: Session): Promise<void> {
    await this.#withTokens(session, async (user, tokens) => {
      if (this.conduct.handMade === undefined) await fetchIdentity(user, tokens);
      else await fetchIdentityByHand(user.provider, tokens, this.conduct.handMade);
    });
  }

  async callApi(session: Session, call: Omit<ApiCall, 'subjectToken'>): Promise<ApiAnswer> {
    return this.#withTokens(
      session,
      (_user, tokens) => callApi(this.settings, { ...call, subjectToken: tokens.accessToken }, this.conduct),
      this.conduct.exchangeWithoutRefresh === true,
    );
  }

  async #withTokens<T>(
    session: Session,
    work: (user: NonNullable<LoggedIn['psc']>, tokens: TokenSet) => Promise<T>,
    asTheyAre = false,
  ): Promise<T> {
    const user = session.user?.psc;
    if (user === undefined) throw new Refusal('refusee', 'Aucune session Pro Santé Connect.');
    session.lastSeen = Date.now();
    const { conduct, journal } = this;
    try {
      const tokens = asTheyAre ? user.tokens : await freshTokens(user, conduct, journal);
      try {
        return await work(user, tokens);
      } catch (cause) {
        // The provider's clock decides: a token it refuses is refreshed once, whatever our clock says.
        if (refusalOf(cause).issue === 'erreur' || asTheyAre) throw cause;
        return await work(user, await refreshTokens(user, conduct, journal));
      }
    } catch (cause) {
      if (cause instanceof SessionEnded) this.sessions.close(session);
      throw refusalOf(cause);
    }
  }

  /** Refreshes without waiting for a need; only a défaut does it. */
  refreshNow(user: NonNullable<LoggedIn['psc']>): void {
    refreshTokens(user, this.conduct, this.journal).catch((error: unknown) =>
      this.journal.log(`psc rafraichissement ${error instanceof Error ? error.name : '-'}`),
    );
  }

  async close(): Promise<void> {
    await this.#transport?.close();
  }
}

function causeText(cause: unknown): string {
  if (!(cause instanceof Error)) return '-';
  // Messages of libraries may quote what they refuse: only their code is logged.
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}

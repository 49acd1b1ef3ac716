import { buildEndSessionUrl, randomState } from 'openid-client';
import type { FhirServer } from './ins/fhir-server.ts';
import { InsPilotage } from './ins/ins-pilotage.ts';
import type { Product } from './product.ts';
import { loginByCiba } from './psc/ciba.ts';
import { SessionEnded } from './psc/session-tokens.ts';
import { Refusal } from './refusal.ts';
import { sessionState } from './session-state.ts';
import type { Session } from './sessions.ts';
import { members, readSettings, text } from './settings.ts';
import type { Application } from './web/application.ts';

type Input = Readonly<Record<string, unknown>>;
type Output = Readonly<Record<string, unknown>>;

/** The pilotage contract over the product: what a vendor's test hook would do. */
export class Pilotage {
  readonly #product: Product;
  readonly #application: Application;
  readonly #origin: string;
  readonly #ins: InsPilotage;
  readonly #pending = new Map<string, AbortController>();
  #refreshTimer: NodeJS.Timeout | undefined;

  constructor(product: Product, application: Application, origin: string) {
    this.#product = product;
    this.#application = application;
    this.#origin = origin;
    this.#ins = new InsPilotage(product.conduct.ins ?? {});
  }

  /** Answers an action, or undefined for one the product does not have. */
  async act(action: string, given: unknown): Promise<Output | undefined> {
    const input = members(given);
    const poste = text(input, 'session') ?? 'principale';
    switch (action) {
      case 'banc.configurer':
        await this.#ins.configure(input);
        if (members(members(input['services'])['psc'])['issuer'] !== undefined) {
          await this.#product.configure(readSettings(input));
          this.#startRefreshStorm();
        }
        return {};
      case 'psc.connecter':
        return this.#connect(poste, input);
      case 'psc.etat-session':
        return this.#state(poste);
      case 'psc.deconnecter':
        return this.#disconnect(poste);
      case 'psc.utiliser-jeton':
        return this.#useToken(poste, input['api'] === true);
      case 'psc.annuler':
        this.#pending.get(poste)?.abort();
        return {};
      case 'psc.choisir-situation':
        return this.#choose(poste, text(input, 'structure') ?? '');
      case 'psc.connecter-autre-moyen':
        return this.#connectLocally(poste, text(input, 'identifiantNational') ?? '');
      case 'banc.laisser-inactif':
        return this.#leaveIdle(poste);
      case 'banc.exporter-journaux': {
        const since = Date.parse(text(input, 'depuis') ?? '');
        return this.#product.journal.export(Number.isNaN(since) ? 0 : since);
      }
      default:
        return this.#ins.act(
          action,
          input,
          this.#product.sessions.ofPoste(poste)?.user?.psc?.identity.identifiantNational,
        );
    }
  }

  /** Opens the MLLP receiver; gives its port. */
  listen(): Promise<number> {
    return this.#ins.listen();
  }

  /** The FHIR server of the product, which answers under `/fhir`. */
  get fhirServer(): FhirServer {
    return this.#ins.fhirServer;
  }

  close(): void {
    void this.#ins.close();
    clearInterval(this.#refreshTimer);
    for (const pending of this.#pending.values()) pending.abort();
  }

  #connect(poste: string, input: Input): Output | Promise<Output | undefined> | undefined {
    const mode = text(input, 'mode');
    if (mode === 'ciba') return this.#connectByCiba(poste, input);
    if (mode !== 'web' && mode !== 'natif-navigateur-externe') return undefined;
    return { navigation: { url: this.#address('/psc/connexion', poste) } };
  }

  async #connectByCiba(poste: string, input: Input): Promise<Output> {
    const { conduct, journal } = this.#product;
    const abort = new AbortController();
    this.#pending.get(poste)?.abort();
    this.#pending.set(poste, abort);
    let codeAffiche: string | undefined;
    try {
      const provider = await this.#product.discover();
      const user = await this.#product.finishCibaLogin(
        provider,
        text(input, 'identifiantNational') ?? '',
        () =>
          loginByCiba(
            provider,
            {
              identifiantNational: text(input, 'identifiantNational') ?? '',
              canal: text(input, 'canal') ?? 'MOBILE',
              show: (code) => (codeAffiche = code),
              signal: abort.signal,
            },
            conduct,
            journal,
          ),
      );
      this.#replace(poste).user = user;
      return { issue: 'reussie', ...shown(codeAffiche, conduct.bindingMessageHidden) };
    } catch (error) {
      return { ...outcome(error), ...shown(codeAffiche, conduct.bindingMessageHidden) };
    } finally {
      if (this.#pending.get(poste) === abort) this.#pending.delete(poste);
    }
  }

  #state(poste: string): Output {
    const session = this.#product.sessions.ofPoste(poste);
    if (session?.native === true) return sessionState(session, this.#product.conduct);
    return { navigation: { url: this.#address('/etat', poste) } };
  }

  async #disconnect(poste: string): Promise<Output> {
    const session = this.#product.sessions.ofPoste(poste);
    if (session?.native !== true) return { navigation: { url: this.#application.logoutLink(poste) } };
    const { conduct, sessions, journal } = this.#product;
    const user = session.user;
    if (conduct.sessionSurvivesLogout !== true) sessions.close(session);
    journal.trace(user?.account.identifiantNational, 'deconnexion', 'reussie');
    if (user?.psc === undefined || conduct.localLogoutOnly === true) return { issue: 'reussie' };
    const { provider, tokens } = user.psc;
    // Without browser, the end of the session is asked from here.
    const url = buildEndSessionUrl(provider.configuration, {
      id_token_hint: tokens.idToken,
      post_logout_redirect_uri: this.#application.postLogoutRedirectUri,
      state: randomState(),
    });
    await provider
      .fetch(url.href, { method: 'GET', headers: {} })
      .catch((error: unknown) => journal.log(`psc deconnexion ${error instanceof Error ? error.name : '-'}`));
    return { issue: 'reussie' };
  }

  async #useToken(poste: string, api: boolean): Promise<Output> {
    const session = this.#product.sessions.ofPoste(poste);
    try {
      if (session?.user === undefined) throw new Refusal('refusee', 'Aucune session ouverte.');
      if (!api) {
        await this.#product.reloadProfile(session);
        return { issue: 'reussie' };
      }
      const { psc } = session.user;
      const body = JSON.stringify({
        nationalId: session.user.account.identifiantNational,
        clientID: this.#product.settings.clientId,
        proxy_session_id: 'sans-proxy',
        session_state: text(psc?.tokens.claims ?? {}, 'session_state', 'sid') ?? '',
      });
      const answer = await this.#product.callApi(session, { method: 'POST', path: '', body });
      if (answer.status < 300) return { issue: 'reussie' };
      return { issue: 'erreur', message: `Le service a répondu ${String(answer.status)}.` };
    } catch (error) {
      // Once Pro Santé Connect ended the session, the user is taken to its login page, once.
      if (session?.native === false && error instanceof SessionEnded && error.relogin) {
        return { ...outcome(error), navigation: { url: this.#address('/psc/connexion', poste) } };
      }
      return outcome(error);
    }
  }

  #choose(poste: string, structure: string): Output {
    const user = this.#product.sessions.ofPoste(poste)?.user;
    const known =
      user?.psc?.identity.situations.some((situation) => situation.structure === structure) === true;
    if (user === undefined || !known) return { issue: 'refusee', message: 'Situation d’exercice inconnue.' };
    if (this.#product.conduct.firstSituationTaken !== true) user.structure = structure;
    return { issue: 'reussie' };
  }

  #connectLocally(poste: string, identifiantNational: string): Output {
    const { accounts, journal } = this.#product;
    if (identifiantNational === '') return { issue: 'refusee', message: 'Identifiant absent.' };
    const account = accounts.forLocal(identifiantNational);
    this.#replace(poste).user = { account, nom: identifiantNational };
    journal.trace(identifiantNational, 'connexion locale', 'reussie');
    return { issue: 'reussie', compte: account.key };
  }

  #replace(poste: string): Session {
    const { sessions } = this.#product;
    const previous = sessions.ofPoste(poste);
    if (previous !== undefined) sessions.close(previous);
    return sessions.open(poste, true);
  }

  async #leaveIdle(poste: string): Promise<Output> {
    const { conduct, sessions, journal } = this.#product;
    const session = sessions.ofPoste(poste);
    if (session === undefined) return {};
    const user = session.user;
    session.lastSeen = Date.now() - sessions.idleMs - 1;
    sessions.find(session.id);
    journal.trace(user?.account.identifiantNational, 'deconnexion automatique', 'reussie');
    if (conduct.idleEndsPscSession === true && user?.psc !== undefined) {
      const { provider, tokens } = user.psc;
      const url = buildEndSessionUrl(provider.configuration, { id_token_hint: tokens.idToken });
      await provider.fetch(url.href, { method: 'GET', headers: {} });
    }
    return {};
  }

  #address(path: string, poste: string): string {
    const url = new URL(path, this.#origin);
    url.searchParams.set('poste', poste);
    url.searchParams.set('rendu', 'json');
    return url.href;
  }

  #startRefreshStorm(): void {
    const every = this.#product.conduct.refreshEveryMs;
    if (every === undefined || this.#refreshTimer !== undefined) return;
    this.#refreshTimer = setInterval(() => {
      for (const session of this.#product.sessions.all()) {
        if (session.user?.psc !== undefined) this.#product.refreshNow(session.user.psc);
      }
    }, every);
  }
}

function shown(code: string | undefined, hidden: boolean | undefined): Output {
  return code === undefined || hidden === true ? {} : { codeAffiche: code };
}

function outcome(error: unknown): Output {
  if (error instanceof Refusal) return { issue: error.issue, message: error.message };
  throw error;
}

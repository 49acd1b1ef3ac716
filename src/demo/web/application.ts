import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import * as oidc from 'openid-client';
import { startAuthorization } from '../psc/authorization.ts';
import type { Product } from '../product.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../sessions.ts';
import { sessionState } from '../session-state.ts';
import { page } from './pages.ts';
import { cookie, cookies, type Reply } from './reply.ts';

const sessionCookie = 'lps_session';
const renderCookie = 'lps_rendu';
const logoutCookie = 'lps_sortie';
const transactionMs = 10 * 60_000;

/** The screens that the browser of a user sees. */
export class Application {
  readonly #product: Product;
  readonly #origin: string;
  readonly #logoutLinks = new Map<string, string>();

  constructor(product: Product, origin: string) {
    this.#product = product;
    this.#origin = origin;
  }

  get redirectUri(): string {
    return registered(this.#product.settings.redirectUris, this.#origin) ?? `${this.#origin}/psc/retour`;
  }

  get postLogoutRedirectUri(): string {
    return (
      registered(this.#product.settings.postLogoutRedirectUris, this.#origin) ?? `${this.#origin}/deconnecte`
    );
  }

  /** An address that logs out once: a bare one could be put in any page against the user. */
  logoutLink(poste: string): string {
    const link = randomBytes(16).toString('base64url');
    this.#logoutLinks.set(link, poste);
    return `${this.#origin}/deconnexion?lien=${link}`;
  }

  async answer(request: IncomingMessage, url: URL): Promise<Reply> {
    const session = this.#product.sessions.find(cookies(request).get(sessionCookie));
    switch (url.pathname) {
      case '/':
        return this.#home(session);
      case '/psc/connexion':
        return this.#rendered(request, url, () => this.#startLogin(request, url, session));
      case '/psc/retour':
        return this.#rendered(request, url, () => this.#finishLogin(url, session));
      case '/etat':
        return { status: 200, json: sessionState(session, this.#product.conduct) };
      case '/deconnexion':
        return this.#rendered(request, url, () => this.#logOut(url, session));
      case '/deconnecte':
        return this.#rendered(request, url, () => this.#loggedOut(request, url));
      default:
        return {
          status: 404,
          html: page('Page introuvable', ['Cette page n’existe pas.'], { Accueil: '/' }),
        };
    }
  }

  #home(session: Session | undefined): Reply {
    const user = session?.user;
    if (user === undefined) {
      return {
        status: 200,
        html: page('Connexion', ['Identifiez-vous pour ouvrir votre espace.'], {
          'S’identifier avec Pro Santé Connect': '/psc/connexion',
        }),
      };
    }
    const link = this.logoutLink(session?.poste ?? '');
    return {
      status: 200,
      html: page('Espace de travail', [`Connecté : ${user.nom}`], { 'Se déconnecter': link }),
    };
  }

  async #startLogin(request: IncomingMessage, url: URL, current: Session | undefined): Promise<Reply> {
    const { conduct, sessions } = this.#product;
    const provider = await this.#product.discover();
    const poste = url.searchParams.get('poste') ?? `navigateur-${randomBytes(6).toString('hex')}`;
    if (current !== undefined && current.user === undefined) sessions.close(current);
    const session = sessions.open(poste, false);
    const { url: authorization, transaction } = startAuthorization(provider, this.redirectUri, conduct);
    session.transaction = transaction;
    const json = url.searchParams.get('rendu') === 'json' || isJson(request);
    return {
      status: 302,
      headers: {
        location: authorization.href,
        'set-cookie': [cookie(sessionCookie, session.id), cookie(renderCookie, json ? 'json' : 'html')],
      },
    };
  }

  async #finishLogin(url: URL, session: Session | undefined): Promise<Reply> {
    const { conduct, sessions } = this.#product;
    const transaction = session?.transaction;
    if (session === undefined || transaction === undefined) {
      throw new Refusal('refusee', 'Ce retour ne correspond à aucune connexion commencée ici.');
    }
    if (conduct.reusableCallback !== true) delete session.transaction;
    if (Date.now() - transaction.startedAt > transactionMs) {
      throw new Refusal('refusee', 'La connexion a trop duré : recommencez.');
    }
    const callback = new URL(this.redirectUri);
    callback.search = url.search;
    const user = await this.#product.finishWebLogin(callback, transaction);
    // A new identifier at login: one fixed beforehand by somebody else opens nothing.
    sessions.close(session);
    const opened = sessions.open(session.poste, false);
    opened.user = user;
    if (conduct.reusableCallback === true) opened.transaction = transaction;
    return {
      status: 200,
      headers: { 'set-cookie': cookie(sessionCookie, opened.id) },
      json: { issue: 'reussie' },
      html: page('Espace de travail', [`Connecté : ${user.nom}`], {
        'Se déconnecter': this.logoutLink(session.poste),
      }),
    };
  }

  #logOut(url: URL, session: Session | undefined): Reply {
    const { conduct, sessions, journal } = this.#product;
    const link = url.searchParams.get('lien') ?? '';
    const known = this.#logoutLinks.delete(link);
    const user = session?.user;
    if (!known || session === undefined || user === undefined) {
      return { status: 200, json: { issue: 'reussie' }, html: loggedOutPage };
    }
    journal.trace(user.account.identifiantNational, 'deconnexion', 'reussie');
    if (conduct.sessionSurvivesLogout !== true && conduct.oldCookieAccepted !== true) sessions.close(session);
    const ended = conduct.sessionSurvivesLogout === true ? [] : [cookie(sessionCookie, '', 0)];
    if (conduct.oldCookieAccepted === true) ended.length = 0;
    const endSession = user.psc?.provider.metadata.end_session_endpoint;
    if (user.psc === undefined || endSession === undefined || conduct.localLogoutOnly === true) {
      return {
        status: 200,
        headers: { 'set-cookie': ended },
        json: { issue: 'reussie' },
        html: loggedOutPage,
      };
    }
    const state = oidc.randomState();
    const parameters = new URLSearchParams({
      id_token_hint: user.psc.tokens.idToken,
      post_logout_redirect_uri:
        registered(this.#product.settings.postLogoutRedirectUris, this.#origin) ??
        `${this.#origin}/deconnecte`,
      state,
    });
    conduct.logout?.(parameters);
    const target = new URL(endSession);
    for (const [name, value] of parameters) target.searchParams.append(name, value);
    return {
      status: 302,
      headers: { location: target.href, 'set-cookie': [...ended, cookie(logoutCookie, state, 600)] },
    };
  }

  #loggedOut(request: IncomingMessage, url: URL): Reply {
    const expected = cookies(request).get(logoutCookie);
    const returned = url.searchParams.get('state');
    if (expected !== returned) {
      // The local session is closed already: a state that does not match changes nothing for the user.
      this.#product.journal.log('psc retour-deconnexion state inattendu');
      if (this.#product.conduct.logoutStateRequired === true) throw new TypeError('state');
    }
    return {
      status: 200,
      headers: { 'set-cookie': cookie(logoutCookie, '', 0) },
      json: { issue: 'reussie' },
      html: loggedOutPage,
    };
  }

  /** Turns refusals into pages, and pages into JSON for the browsers that the bench plays. */
  async #rendered(request: IncomingMessage, url: URL, work: () => Reply | Promise<Reply>): Promise<Reply> {
    const json = isJson(request) || url.searchParams.get('rendu') === 'json';
    try {
      const reply = await work();
      if (reply.html === undefined || reply.json === undefined) return reply;
      const { html, json: data, ...rest } = reply;
      return json ? { ...rest, json: data } : { ...rest, html };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const status = error.issue === 'refusee' ? 403 : 503;
      if (json) return { status, json: { issue: error.issue, message: error.message } };
      return {
        status,
        html: page('Connexion impossible', [error.message], { 'Revenir à la connexion': '/' }),
      };
    }
  }
}

/** The registered address that leads here, if any. */
function registered(addresses: readonly string[], origin: string): string | undefined {
  return addresses.find((address) => address.startsWith(`${origin}/`));
}

const loggedOutPage = page('Vous êtes déconnecté', ['Votre session est fermée.'], { 'Se reconnecter': '/' });

function isJson(request: IncomingMessage): boolean {
  return cookies(request).get(renderCookie) === 'json';
}

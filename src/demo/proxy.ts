import { X509Certificate } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Product } from './product.ts';
import { loginByCiba } from './psc/ciba.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './sessions.ts';
import { members, text } from './settings.ts';
import { bodyText, cookie, cookies, type Reply } from './web/reply.ts';

type TraceType = 'CONNECT_SUCCESS' | 'CONNECT_REPLAY' | 'CONNECT_FAILURE' | 'SEND' | 'DISCONNECT';

interface ProxySession {
  readonly session: Session;
  readonly nationalId: string;
  readonly clientId: string;
  readonly sessionState: string;
}

const sessionCookie = 'proxy_session_id';

/** A minimal Proxy e-Santé: `/connect`, `/disconnect`, `/send` and `/traces` of its published interface. */
export class Proxy {
  readonly #product: Product;
  readonly #sessions = new Map<string, ProxySession>();
  readonly #traces: (Record<string, unknown> & { readonly timestamp: string })[] = [];

  constructor(product: Product) {
    this.#product = product;
  }

  /** Answers a path below the address of the proxy. */
  async answer(request: IncomingMessage, url: URL, path: string): Promise<Reply> {
    const method = request.method ?? 'GET';
    if (path === '/connect' && method === 'POST') return this.#connect(request);
    if (path === '/disconnect' && method === 'DELETE') return this.#disconnect(request);
    if (path === '/traces' && method === 'GET') return this.#exportTraces(url);
    if (path === '/send' || path.startsWith('/send/'))
      return this.#send(request, path.slice('/send'.length), url);
    return problem(404, 'not_found', 'Chemin inconnu');
  }

  async #connect(request: IncomingMessage): Promise<Reply> {
    const input = parse(await bodyText(request));
    const nationalId = text(input, 'nationalId');
    const clientId = text(input, 'clientId');
    const bindingMessage = text(input, 'bindingMessage') ?? '';
    const channel = text(input, 'channel') ?? '';
    const metadata = { nationalId: nationalId ?? '', clientId: clientId ?? '' };
    if (nationalId === undefined || clientId === undefined) {
      return problem(400, 'bad_request', 'nationalId et clientId sont requis', metadata);
    }
    if (!/^\d{2}$/.test(bindingMessage) || !['CARD', 'MOBILE'].includes(channel)) {
      return problem(400, 'bad_request', 'bindingMessage ou channel non conforme', metadata);
    }
    const active = [...this.#sessions].find(
      ([, known]) =>
        known.nationalId === nationalId && known.clientId === clientId && alive(this.#product, known),
    );
    if (active !== undefined && this.#product.conduct.proxyReconnects !== true) {
      this.#trace('CONNECT_REPLAY', request, active[1]);
      return { status: 304, headers: { 'set-cookie': cookie(sessionCookie, active[0]) } };
    }
    try {
      const opened = await this.#logIn({ nationalId, clientId, bindingMessage, channel });
      this.#trace('CONNECT_SUCCESS', request, opened);
      return {
        status: 200,
        headers: { 'set-cookie': cookie(sessionCookie, opened.session.id) },
        json: { proxy_session_id: opened.session.id, session_state: opened.sessionState },
      };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#trace('CONNECT_FAILURE', request, undefined, nationalId);
      return error.issue === 'erreur'
        ? problem(503, 'unavailable', error.message, metadata)
        : problem(404, 'not_authenticated', error.message, metadata);
    }
  }

  async #logIn(input: {
    readonly nationalId: string;
    readonly clientId: string;
    readonly bindingMessage: string;
    readonly channel: string;
  }): Promise<ProxySession> {
    const { conduct, journal, sessions } = this.#product;
    const provider = await this.#product.discover();
    const user = await this.#product.finishCibaLogin(provider, input.nationalId, () =>
      loginByCiba(
        provider,
        {
          identifiantNational: input.nationalId,
          canal: input.channel,
          show: () => undefined,
          signal: AbortSignal.timeout(120_000),
        },
        { ...conduct, bindingMessage: conduct.bindingMessage ?? input.bindingMessage },
        journal,
      ),
    );
    const session = sessions.open(`proxy ${input.clientId} ${input.nationalId}`, true);
    session.user = user;
    const state = user.psc?.tokens.claims;
    const opened: ProxySession = {
      session,
      nationalId: input.nationalId,
      clientId: input.clientId,
      sessionState: text(members(state), 'session_state', 'sid') ?? '',
    };
    this.#sessions.set(session.id, opened);
    return opened;
  }

  async #disconnect(request: IncomingMessage): Promise<Reply> {
    const known = this.#find(request);
    if (known === undefined) return problem(401, 'unauthorized', 'Aucune session');
    this.#sessions.delete(known.session.id);
    const user = known.session.user?.psc;
    this.#product.sessions.close(known.session);
    this.#trace('DISCONNECT', request, known);
    const endSession = user?.provider.metadata.end_session_endpoint;
    if (user !== undefined && endSession !== undefined) {
      const url = new URL(endSession);
      url.searchParams.set('id_token_hint', user.tokens.idToken);
      await user.provider.fetch(url.href, { method: 'GET', headers: {} }).catch(() => undefined);
    }
    return { status: 200, headers: { 'set-cookie': cookie(sessionCookie, '', 0) }, json: {} };
  }

  async #send(request: IncomingMessage, path: string, url: URL): Promise<Reply> {
    const known = this.#find(request);
    if (known === undefined) {
      if (this.#product.conduct.proxyBreaksWithoutSession === true) throw new TypeError('session');
      return problem(401, 'unauthorized', 'Aucune session');
    }
    const method = request.method ?? 'GET';
    const body = await bodyText(request);
    try {
      const answer = await this.#product.callApi(known.session, {
        method,
        path: path + url.search,
        ...(body === '' ? {} : { body }),
      });
      this.#trace('SEND', request, known, undefined, { nomApiPsc: 'api-de-test', methode: method, path });
      return {
        status: answer.status >= 500 ? 502 : answer.status,
        headers: { 'content-type': answer.contentType },
        body: answer.body,
      };
    } catch (error) {
      if (!(error instanceof Refusal)) {
        const late = error instanceof Error && error.name === 'TimeoutError';
        return late
          ? problem(504, 'timeout', 'Le service n’a pas répondu')
          : problem(503, 'unavailable', 'Service indisponible');
      }
      return error.issue === 'erreur'
        ? problem(503, 'unavailable', error.message)
        : problem(401, 'unauthorized', error.message);
    }
  }

  #exportTraces(url: URL): Reply {
    const start = Date.parse(url.searchParams.get('start') ?? '');
    const endText = url.searchParams.get('end');
    const end = endText === null ? Number.POSITIVE_INFINITY : Date.parse(endText);
    if (Number.isNaN(start) || Number.isNaN(end))
      return problem(400, 'bad_request', 'start (et end) en ISO 8601');
    const traces = this.#traces.filter(({ timestamp }) => {
      const at = Date.parse(timestamp);
      return at >= start && at <= end;
    });
    return { status: 200, json: { traces } };
  }

  #find(request: IncomingMessage): ProxySession | undefined {
    const known = this.#sessions.get(cookies(request).get(sessionCookie) ?? '');
    return known !== undefined && alive(this.#product, known) ? known : undefined;
  }

  #trace(
    type: TraceType,
    request: IncomingMessage,
    known: ProxySession | undefined,
    nationalId?: string,
    apiRequest?: Readonly<Record<string, string>>,
  ): void {
    const { certificate, clientId } = this.#product.settings;
    const { socket } = request;
    const dn =
      certificate === undefined
        ? undefined
        : new X509Certificate(certificate.certPem).subject.split('\n').join(', ');
    const trace: Record<string, unknown> & { readonly timestamp: string } = {
      type,
      IdRPPS: known?.nationalId ?? nationalId ?? '',
      ipAddress: socket.remoteAddress ?? '',
      ports: [socket.localPort ?? 0, socket.remotePort ?? 0],
      timestamp: new Date().toISOString(),
      ...(known === undefined
        ? { clientId }
        : {
            clientId: known.clientId,
            proxy_id_session: known.session.id,
            session_state: known.sessionState,
          }),
      ...(dn === undefined ? {} : { dn }),
      ...(apiRequest === undefined ? {} : { apiRequest }),
    };
    this.#product.conduct.proxyTraces?.(trace);
    this.#traces.push(trace);
  }
}

function alive(product: Product, known: ProxySession): boolean {
  return product.sessions.find(known.session.id)?.user !== undefined;
}

function parse(body: string): Readonly<Record<string, unknown>> {
  try {
    return members(JSON.parse(body));
  } catch {
    // Not JSON: the members are then missing, and said so.
    return {};
  }
}

function problem(
  status: number,
  code: string,
  message: string,
  metadata?: Readonly<Record<string, string>>,
): Reply {
  return { status, json: { code, message, ...(metadata === undefined ? {} : { metadata }) } };
}

import { Agent, request } from 'undici';
import type { Json, JsonObject } from '../../../domain/json.ts';
import type { HttpExchangeView } from '../../../domain/preuve.ts';
import { BenchError, InputError } from '../../../domain/segur-error.ts';
import type { KeyPair } from '../../../domain/service.ts';
import type { PscWorld } from './psc-world.ts';

const kind = 'psc/proxy-exchange';
const longestBody = 1_000_000;

/** Operations of the Proxy e-Santé contract that the bench can call on the vendor's proxy. */
export const proxyOperations = ['proxy-connect', 'proxy-disconnect', 'proxy-send', 'proxy-traces'] as const;
export type ProxyOperation = (typeof proxyOperations)[number];

interface ProxyCall {
  readonly method: string;
  readonly path: string;
  readonly body?: JsonObject;
}

/**
 * Plays an LPS in front of the vendor's Proxy e-Santé (API-Proxy-eSante.json v1.0). Each `session` of the input has
 * its own cookie, each `client` its own certificate. An answer of any kind is recorded; no answer is told as status 0.
 */
export class ProxyClient {
  readonly #world: PscWorld;
  readonly #cookies = new Map<string, string>();
  readonly #certificates = new Map<string, KeyPair>();

  constructor(world: PscWorld) {
    this.#world = world;
  }

  async call(operation: ProxyOperation, input: JsonObject): Promise<JsonObject> {
    const { proxy } = this.#world.options;
    if (proxy === undefined) {
      throw new InputError('PSC_PROXY', `${operation} needs the address of the Proxy e-Santé`, {
        hint: 'Set services.psc.proxy.url in the dossier.',
      });
    }
    const session = text(input, 'session') ?? 'principale';
    const client = text(input, 'client') ?? proxy.clientId;
    const call = proxyCall(operation, input, client);
    const cookie = text(input, 'cookie') ?? this.#cookies.get(session);
    const url = new URL(`${proxy.url.replace(/\/$/, '')}${call.path}`);
    const headers: [string, string][] = [
      ['accept', 'application/json'],
      ...(call.body === undefined ? [] : [['content-type', 'application/json'] as [string, string]]),
      ...(cookie === undefined || cookie === ''
        ? []
        : [['cookie', `proxy_session_id=${cookie}`] as [string, string]]),
    ];
    const answer = await this.#exchange(operation, { call, url, headers, client });
    if (answer.cookie !== undefined) this.#cookies.set(session, answer.cookie);
    return {
      status: answer.view.status,
      ...(answer.view.responseJson === undefined ? {} : { json: answer.view.responseJson }),
      ...(answer.cookie === undefined ? {} : { cookie: answer.cookie }),
      preuve: answer.preuve,
    };
  }

  async #exchange(
    operation: ProxyOperation,
    sent: {
      readonly call: ProxyCall;
      readonly url: URL;
      readonly headers: [string, string][];
      readonly client: string;
    },
  ): Promise<{ readonly view: HttpExchangeView; readonly cookie?: string; readonly preuve: string }> {
    const { call, url, headers } = sent;
    const body = call.body === undefined ? '' : JSON.stringify(call.body);
    const agent = await this.#agent(sent.client, url);
    const common = {
      operation,
      method: call.method,
      origin: url.origin,
      path: url.pathname,
      query: [...url.searchParams],
      headers,
      ...(call.body === undefined ? {} : { json: call.body }),
    };
    let view: HttpExchangeView & { readonly operation: string };
    let response = Buffer.alloc(0);
    try {
      const delay = (this.#world.options.proxy?.delaiSecondes ?? 60) * 1000;
      const answer = await request(url, {
        method: call.method as 'GET',
        headers: Object.fromEntries(headers),
        ...(body === '' ? {} : { body }),
        dispatcher: agent,
        headersTimeout: delay,
        bodyTimeout: delay,
        signal: AbortSignal.any([this.#world.context.signal, AbortSignal.timeout(delay)]),
      });
      response = Buffer.from(await answer.body.arrayBuffer()).subarray(0, longestBody);
      const responseJson = parsed(response);
      view = {
        ...common,
        status: answer.statusCode,
        responseHeaders: headerPairs(answer.headers),
        ...(responseJson === undefined ? {} : { responseJson }),
      };
    } catch (error) {
      if (this.#world.context.signal.aborted) throw new BenchError('PSC_STOPPED', 'the run was stopped');
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      view = { ...common, status: 0, responseHeaders: [], aborted: reason };
    } finally {
      await agent.destroy();
    }
    const preuve = this.#world.context.recorder.record({
      kind,
      view,
      raw: { request: Buffer.from(body), response },
    });
    const cookie = sessionCookie(view.responseHeaders);
    return { view, preuve: preuve.id, ...(cookie === undefined ? {} : { cookie }) };
  }

  async #agent(client: string, url: URL): Promise<Agent> {
    const { pki } = this.#world.context;
    const pair = url.protocol === 'https:' ? await this.#certificate(client) : undefined;
    return new Agent({
      connect: {
        rejectUnauthorized: this.#world.options.proxy?.verifierCertificat ?? false,
        ...(this.#world.options.proxy?.verifierCertificat === true ? {} : { ca: pki.caPem }),
        ...(pair === undefined ? {} : { cert: pair.certPem, key: pair.keyPem }),
      },
    });
  }

  async #certificate(client: string): Promise<KeyPair> {
    const known = this.#certificates.get(client);
    if (known !== undefined) return known;
    const structure = this.#world.context.deck.structures[0];
    const pair = await this.#world.context.pki.client({
      commonName: client,
      organizationalUnit: structure?.finess ?? structure?.identifiant ?? 'R10000000000001',
    });
    this.#certificates.set(client, pair);
    return pair;
  }
}

function proxyCall(operation: ProxyOperation, input: JsonObject, client: string): ProxyCall {
  switch (operation) {
    case 'proxy-connect':
      return {
        method: 'POST',
        path: '/connect',
        body: {
          nationalId: required(input, 'identifiantNational'),
          bindingMessage: text(input, 'bindingMessage') ?? '42',
          clientId: client,
          channel: text(input, 'canal') ?? 'MOBILE',
        },
      };
    case 'proxy-disconnect':
      return { method: 'DELETE', path: '/disconnect' };
    case 'proxy-send': {
      const body = input['corps'];
      return {
        method: text(input, 'methode') ?? 'POST',
        path: `/send${text(input, 'chemin') ?? ''}`,
        ...(typeof body === 'object' && body !== null && !Array.isArray(body)
          ? { body: body as JsonObject }
          : {}),
      };
    }
    case 'proxy-traces': {
      const end = text(input, 'fin');
      const query = new URLSearchParams({
        start: required(input, 'debut'),
        ...(end === undefined ? {} : { end }),
      });
      return { method: 'GET', path: `/traces?${query.toString()}` };
    }
  }
}

function text(input: JsonObject, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' ? value : undefined;
}

function required(input: JsonObject, name: string): string {
  const value = text(input, name);
  if (value === undefined) {
    throw new InputError('PSC_OPERATION', `the operation needs the member ${name}`, {
      hint: 'See the operations in src/services/psc/README.md.',
    });
  }
  return value;
}

function parsed(bytes: Buffer): Json | undefined {
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8')) as Json;
  } catch {
    // An HTML error page is a fact: it is in the raw bytes, and the view has no JSON.
    return undefined;
  }
}

function headerPairs(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): readonly (readonly [string, string])[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    value === undefined
      ? []
      : (typeof value === 'string' ? [value] : value).map((item) => [name, item] as const),
  );
}

function sessionCookie(headers: readonly (readonly [string, string])[]): string | undefined {
  for (const [name, value] of headers) {
    const found = name === 'set-cookie' ? /^proxy_session_id=([^;]*)/.exec(value)?.[1] : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

import { request, type Agent } from 'undici';
import type { JsonObject } from '../../src/domain/json.ts';
import type { PscBench } from './psc-bench.ts';

export interface PscAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly json: JsonObject;
}

export interface PscHttp {
  get(
    endpoint: string,
    query?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<PscAnswer>;
  post(
    endpoint: string,
    form: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<PscAnswer>;
  send(
    endpoint: string,
    options: {
      readonly method: string;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    },
  ): Promise<PscAnswer>;
}

export const secret = 'secret-du-banc-seulement';
export const basic: Readonly<Record<string, string>> = {
  authorization: `Basic ${Buffer.from(`lps-a-tester:${secret}`).toString('base64')}`,
};
export const callback = 'https://lps.example/callback';

/** The parameters of a conforming authorization request, without PKCE. */
export const goodRequest: Readonly<Record<string, string>> = {
  response_type: 'code',
  client_id: 'lps-a-tester',
  redirect_uri: callback,
  scope: 'openid scope_all',
  acr_values: 'eidas1',
  state: 'etat-1',
  nonce: 'nonce-1',
};

/** Plain calls to the endpoints of a bench, redirects not followed. */
export function pscHttp(bench: PscBench, agent: Agent = bench.agent()): PscHttp {
  const send: PscHttp['send'] = async (endpoint, options) => {
    const url = bench.running.endpoints[endpoint] ?? endpoint;
    const before = bench.preuves.length;
    const answer = await request(url, {
      method: options.method as 'GET',
      dispatcher: agent,
      headers: { ...options.headers },
      ...(options.body === undefined ? {} : { body: options.body }),
    });
    const text = await answer.body.text();
    await bench.recordedSince(before);
    const isJson = String(answer.headers['content-type']).includes('json');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text,
      json: isJson ? (JSON.parse(text) as JsonObject) : {},
    };
  };
  return {
    send,
    get: (endpoint, query = {}, headers = {}) => {
      const url = bench.running.endpoints[endpoint] ?? endpoint;
      const asked = new URLSearchParams(query).toString();
      return send(asked === '' ? url : `${url}?${asked}`, { method: 'GET', headers });
    },
    post: (endpoint, form, headers = {}) =>
      send(endpoint, {
        method: 'POST',
        body: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      }),
  };
}

/** The parameters of the redirect of an answer. */
export function redirected(answer: PscAnswer): URLSearchParams {
  return new URL(String(answer.headers['location'])).searchParams;
}

/** A code of a conforming authorization request, some parameters changed. */
export async function freshCode(
  http: PscHttp,
  change: Readonly<Record<string, string>> = {},
): Promise<string> {
  const answer = await http.get('authorization_endpoint', { ...goodRequest, ...change });
  return redirected(answer).get('code') ?? '';
}

/** Tokens of a conforming login. */
export async function freshTokens(
  http: PscHttp,
  headers: Readonly<Record<string, string>> = basic,
  more: Readonly<Record<string, string>> = {},
): Promise<JsonObject> {
  const code = await freshCode(http);
  const form = { grant_type: 'authorization_code', code, redirect_uri: callback, ...more };
  return (await http.post('token_endpoint', form, headers)).json;
}

/** A text member of an answer; a test that meets another type fails here, with its name. */
export function textAt(json: JsonObject, name: string): string {
  const value = json[name];
  if (typeof value !== 'string') throw new Error(`${name} is not a text in ${JSON.stringify(json)}`);
  return value;
}

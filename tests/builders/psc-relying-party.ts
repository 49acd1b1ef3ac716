import * as oidc from 'openid-client';
import { request, type Agent } from 'undici';
import type { PscBench } from './psc-bench.ts';

export const callback = 'https://lps.example/callback';

/** A relying party on openid-client: the library's own checks, and nothing else. */
export interface RelyingParty {
  readonly bench: PscBench;
  readonly config: oidc.Configuration;
  readonly agent: Agent;
}

export interface RelyingPartyOptions {
  readonly strict?: boolean;
  readonly auth?: oidc.ClientAuth;
  readonly agent?: Agent;
  /** Algorithm registered for ID tokens; RS256 unless said otherwise, `advertised` takes what discovery lists. */
  readonly idTokenAlg?: 'RS256' | 'advertised';
}

/** Reads the discovery document as the library does with a full address. */
export async function discoverPsc(bench: PscBench, options: RelyingPartyOptions = {}): Promise<RelyingParty> {
  const agent = options.agent ?? bench.agent();
  const execute: ((config: oidc.Configuration) => void)[] =
    options.strict === true ? [oidc.enableNonRepudiationChecks] : [];
  const config = await oidc.discovery(
    new URL(bench.running.endpoints['discovery'] ?? ''),
    'lps-a-tester',
    options.idTokenAlg === 'advertised' ? undefined : { id_token_signed_response_alg: 'RS256' },
    options.auth ?? oidc.ClientSecretBasic('secret-du-banc-seulement'),
    {
      execute,
      [oidc.customFetch]: fetchVia(bench, agent),
    },
  );
  return { bench, config, agent };
}

/** A fetch that trusts what the agent trusts, for libraries that only take a fetch. */
export function fetchVia(
  bench: PscBench,
  agent: Agent,
): (
  url: string,
  init: {
    readonly method: string;
    readonly headers: Headers | Record<string, string>;
    readonly body?: unknown;
  },
) => Promise<Response> {
  return async (url, { method, headers, body }) => {
    const before = bench.preuves.length;
    const answer = await request(url, {
      method: method as 'GET',
      headers: Object.fromEntries(new Headers(headers)),
      ...(body === undefined || body === null
        ? {}
        : { body: body instanceof URLSearchParams ? body.toString() : (body as string) }),
      dispatcher: agent,
    });
    const sent = Object.entries(answer.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [value].flat().map((item): [string, string] => [name, item]),
    );
    const sentBody = await answer.body.arrayBuffer();
    await bench.recordedSince(before);
    return new Response(sentBody, { status: answer.statusCode, headers: sent });
  };
}

export interface Authorization {
  readonly url: URL;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The authorization request of a conforming software. */
export async function authorization({ config }: RelyingParty): Promise<Authorization> {
  const verifier = oidc.randomPKCECodeVerifier();
  const state = oidc.randomState();
  const nonce = oidc.randomNonce();
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: 'openid scope_all',
    acr_values: 'eidas1',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return { url, state, nonce, verifier };
}

/** Follows the browser's part: where the portal sends it back to. */
export async function portalRedirect(party: RelyingParty, url: URL): Promise<URL> {
  const before = party.bench.preuves.length;
  const answer = await request(url, { dispatcher: party.agent });
  await answer.body.dump();
  await party.bench.recordedSince(before);
  const location = answer.headers['location'];
  if (typeof location !== 'string') throw new Error(`no redirect, status ${answer.statusCode}`);
  return new URL(location);
}

export type Tokens = oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers;

/** A whole login, userinfo included; throws what the library throws when it refuses something. */
export async function logIn(
  party: RelyingParty,
): Promise<{ readonly tokens: Tokens; readonly userinfo: oidc.UserInfoResponse }> {
  const asked = await authorization(party);
  const location = await portalRedirect(party, asked.url);
  const tokens = await oidc.authorizationCodeGrant(party.config, location, {
    pkceCodeVerifier: asked.verifier,
    expectedState: asked.state,
    expectedNonce: asked.nonce,
    idTokenExpected: true,
  });
  const userinfo = await oidc.fetchUserInfo(
    party.config,
    tokens.access_token,
    tokens.claims()?.sub ?? 'no-subject',
  );
  return { tokens, userinfo };
}

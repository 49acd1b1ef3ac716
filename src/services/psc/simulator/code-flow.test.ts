import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPscBench, type PscBench } from '../../../../tests/builders/psc-bench.ts';
import {
  textAt,
  basic,
  callback,
  freshCode,
  freshTokens,
  goodRequest,
  pscHttp,
  redirected,
  secret,
  type PscHttp,
} from '../../../../tests/builders/psc-http.ts';
import { InputError } from '../../../domain/segur-error.ts';

let bench: PscBench;
let http: PscHttp;
beforeAll(async () => {
  bench = await startPscBench({
    redirectUris: [callback],
    postLogoutRedirectUris: ['https://lps.example/fin'],
  });
  http = pscHttp(bench);
});
afterAll(async () => {
  await bench.close();
});
beforeEach(() => {
  bench.running.prepare({});
  bench.arm();
});

const last = (kind: string): object => bench.views(kind).at(-1) ?? {};
const codeForm = (code: string): Record<string, string> => ({
  grant_type: 'authorization_code',
  code,
  redirect_uri: callback,
});

describe('authorization endpoint', () => {
  it('redirects with state, iss and code, and records request and response of the same login', async () => {
    const answer = await http.get('authorization_endpoint', goodRequest);
    expect(answer.status).toBe(302);
    const { issuer } = bench.running.endpoints;
    expect(Object.fromEntries(redirected(answer))).toMatchObject({ state: 'etat-1', iss: issuer });
    expect(last('psc/authorization-request')).toMatchObject({ anomalies: [], status: 302 });
    expect(last('psc/authorization-response')).toMatchObject({
      state: 'etat-1',
      professionnel: bench.deck.professionnels[0]?.identifiantNational,
      login: (last('psc/authorization-request') as { login: string }).login,
    });
    expect(new URL(bench.running.endpoints['authorization_endpoint'] ?? '').host).not.toBe(
      new URL(issuer ?? '').host,
    );
  });

  it.each([
    [{ client_id: 'autre' }, 'unknown-client'],
    [{ redirect_uri: `${callback}/` }, 'unregistered-redirect-uri'],
    [{ response_type: 'token' }, 'unsupported-response-type'],
    [{ client_secret: 'x' }, 'secret-in-url'],
    [{ nonce: '' }, 'empty-parameter:nonce'],
  ])('goes on after %j and records %s', async (change: Record<string, string>, anomaly) => {
    const answer = await http.get('authorization_endpoint', { ...goodRequest, ...change });
    expect(redirected(answer).get('code')).not.toBeNull();
    expect(last('psc/authorization-request')).toMatchObject({
      anomalies: expect.arrayContaining([anomaly]) as unknown,
    });
  });

  it('tells duplicate and missing parameters', async () => {
    const without = Object.fromEntries(Object.entries(goodRequest).filter(([name]) => name !== 'acr_values'));
    const url = `${bench.running.endpoints['authorization_endpoint'] ?? ''}?${new URLSearchParams(without).toString()}&scope=openid`;
    await http.get(url);
    expect(last('psc/authorization-request')).toMatchObject({
      anomalies: ['duplicate-parameter:scope', 'missing-parameter:acr_values'],
    });
  });

  it.each(['javascript:alert(1)', 'pas une adresse'])('sends nobody to %s', async (uri) => {
    const answer = await http.get('authorization_endpoint', { ...goodRequest, redirect_uri: uri });
    expect(answer.status).toBe(400);
    expect(answer.headers['location']).toBeUndefined();
  });

  it('refuses, or never answers, when asked to', async () => {
    bench.running.prepare({ approbation: 'refus' });
    const refused = redirected(await http.get('authorization_endpoint', goodRequest));
    expect([refused.get('error'), refused.get('code')]).toEqual(['access_denied', null]);
    bench.running.prepare({ approbation: 'jamais' });
    const waiting = await http.get('authorization_endpoint', goodRequest);
    expect([waiting.status, waiting.headers['location']]).toEqual([200, undefined]);
  });

  it('lets a human choose on a page, once, and remembers the session until the logout', async () => {
    bench.running.prepare({ approbation: 'page' });
    const page = await http.get('authorization_endpoint', { ...goodRequest, state: '"><script>' });
    expect(page.text).toContain('<html lang="fr">');
    expect(page.text).not.toContain('<script>');
    const login = /name="login" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const other = bench.deck.professionnels[1]?.identifiantNational ?? '';
    const decision = new URL('/auth/decision', bench.running.endpoints['authorization_endpoint']).href;
    const chosen = await http.post(decision, { login, identifiantNational: other, decision: 'accepter' });
    expect(last('psc/authorization-response')).toMatchObject({ professionnel: other, login });
    expect((await http.post(decision, { login, decision: 'refuser' })).status).toBe(400);
    const cookie = String(chosen.headers['set-cookie']).split(';')[0] ?? '';
    const again = await http.get('authorization_endpoint', goodRequest, { cookie });
    expect(redirected(again).get('code')).not.toBeNull();
    const code = redirected(chosen).get('code') ?? '';
    const tokens = (await http.post('token_endpoint', codeForm(code), basic)).json;
    await http.get('end_session_endpoint', { id_token_hint: textAt(tokens, 'id_token') });
    expect((await http.get('authorization_endpoint', goodRequest, { cookie })).status).toBe(200);
  });
});

describe('token endpoint', () => {
  it('answers in the shape of Keycloak, with the lifetimes of the state', async () => {
    bench.running.prepare({ jetons: { acces: 15 } });
    const tokens = await freshTokens(http);
    expect(Object.keys(tokens)).toEqual([
      'access_token',
      'expires_in',
      'refresh_expires_in',
      'refresh_token',
      'token_type',
      'id_token',
      'not-before-policy',
      'session_state',
      'scope',
    ]);
    expect(tokens).toMatchObject({ expires_in: 15, refresh_expires_in: 1800, token_type: 'Bearer' });
    const view = last('psc/token-request') as { issued: object; anomalies: readonly string[] };
    expect(view.anomalies).toEqual([]);
    expect(view.issued).toMatchObject({
      accessToken: createHash('sha256').update(textAt(tokens, 'access_token')).digest('hex'),
    });
  });

  it('refuses a code used twice and ends what it had opened', async () => {
    const code = await freshCode(http);
    const first = (await http.post('token_endpoint', codeForm(code), basic)).json;
    const second = await http.post('token_endpoint', codeForm(code), basic);
    expect([second.status, second.json['error']]).toEqual([400, 'invalid_grant']);
    expect(last('psc/token-request')).toMatchObject({ replayed: true, error: 'invalid_grant' });
    const headers = { authorization: `Bearer ${textAt(first, 'access_token')}` };
    expect((await http.get('userinfo_endpoint', {}, headers)).status).toBe(401);
    expect(last('psc/userinfo-request')).toMatchObject({ tokenState: 'revoked' });
  });

  it.each([
    ['the right verifier', { code_verifier: 'v'.repeat(50) }, 'match', 200],
    ['another verifier', { code_verifier: 'w'.repeat(50) }, 'mismatch', 400],
    ['no verifier', {}, 'verifier-missing', 400],
  ])('compares PKCE with %s', async (_, more: Record<string, string>, pkce, status) => {
    const challenge = createHash('sha256').update('v'.repeat(50)).digest('base64url');
    const code = await freshCode(http, { code_challenge: challenge, code_challenge_method: 'S256' });
    const answer = await http.post('token_endpoint', { ...codeForm(code), ...more }, basic);
    expect(answer.status).toBe(status);
    expect(last('psc/token-request')).toMatchObject({ pkce });
  });

  it('refuses another redirect_uri, and a code older than a minute of virtual time', async () => {
    const form = { ...codeForm(await freshCode(http)), redirect_uri: 'https://lps.example/autre' };
    expect((await http.post('token_endpoint', form, basic)).json['error']).toBe('invalid_grant');
    expect(last('psc/token-request')).toMatchObject({ redirectUriMatches: false });
    const late = codeForm(await freshCode(http));
    bench.clock.advance(61_000);
    expect((await http.post('token_endpoint', late, basic)).json['error']).toBe('invalid_grant');
  });

  it.each([
    ['no credential', {}, {}, 401, []],
    ['a wrong secret', {}, { client_id: 'lps-a-tester', client_secret: 'faux' }, 401, ['client_secret_post']],
    ['both ways', basic, { client_secret: secret }, 200, ['client_secret_basic', 'client_secret_post']],
  ])('sees %s', async (_, headers, more: Record<string, string>, status, authMethods) => {
    const form = { ...codeForm(await freshCode(http)), ...more };
    expect((await http.post('token_endpoint', form, headers)).status).toBe(status);
    expect(last('psc/token-request')).toMatchObject({ authMethods });
  });

  it('reads a request made of a query, and says so', async () => {
    const code = await freshCode(http);
    const query = { ...codeForm(code), client_id: 'lps-a-tester', client_secret: secret };
    expect((await http.get('token_endpoint', query)).status).toBe(200);
    expect(last('psc/token-request')).toMatchObject({
      authMethods: ['secret-in-query'],
      anomalies: expect.arrayContaining(['method-not-post', 'secret-in-query']) as unknown,
    });
  });
});

describe('state and operations', () => {
  it('refuses a state or an operation that does not exist', async () => {
    expect(() => bench.running.prepare({ approbations: 'auto' })).toThrow(InputError);
    expect(() => bench.running.prepare({ identifiantNational: 'personne' })).toThrow(InputError);
    await expect(bench.running.operate('danser', {})).rejects.toThrow(InputError);
    await expect(bench.running.operate('indisponible', { cible: 'lune' })).rejects.toThrow(InputError);
    await expect(bench.running.operate('proxy-connect', {})).rejects.toThrow(/Proxy e-Santé/);
  });

  it('makes a host unavailable until the next state', async () => {
    await bench.running.operate('indisponible', { cible: 'discovery' });
    expect((await http.get('discovery')).status).toBe(503);
    bench.running.prepare({});
    expect((await http.get('discovery')).status).toBe(200);
  });

  it.each([
    [
      'token',
      'token_endpoint',
      'psc/token-request',
      { authMethods: ['client_secret_basic'], replayed: false },
    ],
    ['userinfo', 'userinfo_endpoint', 'psc/userinfo-request', { tokenIn: [], tokenState: 'absent' }],
    ['logout', 'end_session_endpoint', 'psc/end-session-request', { idTokenHint: 'unknown' }],
    [
      'ciba',
      'backchannel_authentication_endpoint',
      'psc/ciba-request',
      { authMethods: ['client_secret_basic'] },
    ],
    ['authorization', 'authorization_endpoint', 'psc/authorization-request', { anomalies: [] }],
  ])('records a whole view while %s is unavailable', async (cible, endpoint, kind, view) => {
    await bench.running.operate('indisponible', { cible });
    expect((await http.post(endpoint, {}, basic)).status).toBe(503);
    expect(last(kind)).toMatchObject({ ...view, faults: [], status: 503 });
    await bench.running.operate('disponible', {});
    expect((await http.post(endpoint, {}, basic)).status).not.toBe(503);
  });

  it('spends no code while the token endpoint is unavailable', async () => {
    const code = await freshCode(http);
    await bench.running.operate('indisponible', { cible: 'token' });
    expect((await http.post('token_endpoint', codeForm(code), basic)).status).toBe(503);
    await bench.running.operate('disponible', {});
    expect((await http.post('token_endpoint', codeForm(code), basic)).status).toBe(200);
  });

  it('expires and revokes on demand', async () => {
    const tokens = await freshTokens(http);
    const headers = { authorization: `Bearer ${textAt(tokens, 'access_token')}` };
    expect(await bench.running.operate('expirer-jetons', {})).toMatchObject({
      jetons: expect.any(Number) as unknown,
    });
    expect((await http.get('userinfo_endpoint', {}, headers)).status).toBe(401);
    expect(last('psc/userinfo-request')).toMatchObject({ tokenState: 'expired' });
    const refresh = { grant_type: 'refresh_token', refresh_token: textAt(tokens, 'refresh_token') };
    expect((await http.post('token_endpoint', refresh, basic)).status).toBe(200);
    await bench.running.operate('revoquer-session', {});
    expect((await http.post('token_endpoint', refresh, basic)).json['error']).toBe('invalid_grant');
    expect(last('psc/refresh-request')).toMatchObject({ replayed: true, error: 'invalid_grant' });
  });

  it('has no standard discovery path', async () => {
    const { issuer } = bench.running.endpoints;
    expect((await http.get(`${issuer ?? ''}/.well-known/openid-configuration`)).status).toBe(404);
    expect(last('psc/unknown-request')).toMatchObject({ status: 404 });
  });
});

import { createHash, X509Certificate } from 'node:crypto';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPscBench, type PscBench } from '../../../../tests/builders/psc-bench.ts';
import {
  textAt,
  basic,
  freshTokens,
  pscHttp,
  secret,
  type PscHttp,
} from '../../../../tests/builders/psc-http.ts';
import type { JsonObject } from '../../../domain/json.ts';
import type { KeyPair } from '../../../domain/service.ts';
import { startHttpServer, type HttpServer } from '../../../wire/start-http-server.ts';

let bench: PscBench;
let pair: KeyPair;
let mtls: PscHttp;
let plain: PscHttp;
let proxy: HttpServer;
const proxySaw: { method: string; path: string; cookie: string; subject: string; json: unknown }[] = [];

beforeAll(async () => {
  proxy = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    recorder: { record: (draft) => ({ ...draft, id: 'p', at: 0, raw: {} }), secret: () => undefined },
    unhandledKind: 'proxy/unknown',
    tls: await proxyCertificate(),
    handler: (asked) => {
      proxySaw.push({
        method: asked.method,
        path: asked.path,
        cookie: asked.header('cookie') ?? '',
        subject: asked.tls?.clientCertificate?.subject ?? '',
        json: asked.json,
      });
      if (asked.path === '/connect' && asked.header('cookie') !== undefined)
        return { status: 304, kind: 'k' };
      if (asked.path === '/connect') {
        return {
          status: 200,
          kind: 'k',
          headers: [
            ['Content-Type', 'application/json'],
            ['Set-Cookie', 'proxy_session_id=abc; Path=/; HttpOnly'],
          ],
          body: '{"proxy_session_id":"abc","session_state":"s"}',
        };
      }
      return { status: 500, kind: 'k', headers: [['Content-Type', 'text/html']], body: '<h1>panne</h1>' };
    },
  });
  bench = await startPscBench({
    regime: 'edc',
    modes: ['web', 'ciba'],
    client: { auth: 'tls_client_auth' },
    proxy: { url: `https://127.0.0.1:${proxy.port}` },
  });
  pair = await bench.pki.client({ commonName: 'lps', organizationalUnit: 'R10000000000001' });
  mtls = pscHttp(bench, bench.agent(pair));
  plain = pscHttp(bench);
});
afterAll(async () => {
  await bench.close();
  await proxy.close();
});
beforeEach(() => {
  bench.running.prepare({});
  bench.arm();
});

async function proxyCertificate(): Promise<{ certPem: string; keyPem: string; clientCaPem: string }> {
  const temporary = await startPscBench();
  const leaf = await temporary.pki.server({ names: ['127.0.0.1'] });
  await temporary.close();
  return { ...leaf, clientCaPem: temporary.pki.clientCaPem };
}

const last = (kind: string): JsonObject => bench.views(kind).at(-1) ?? {};
const id = { client_id: 'lps-a-tester' };
const exchange = async (
  http: PscHttp,
  change: Readonly<Record<string, string>> = {},
): Promise<JsonObject> => {
  const tokens = await freshTokens(mtls, {}, id);
  const answer = await http.post('exchange_endpoint', {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: textAt(tokens, 'access_token'),
    subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    scope: 'signsessiondata',
    ...id,
    ...change,
  });
  return answer.json;
};
const callApi = async (http: PscHttp, token: string): Promise<{ status: number; json: JsonObject }> =>
  http.send('api', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      nationalId: '899700000001',
      clientID: 'lps',
      proxy_session_id: 'p',
      session_state: 's',
    }),
  });

describe('client certificates', () => {
  it('lets in a client with the certificate and its client_id, and nobody without certificate', async () => {
    expect(await freshTokens(mtls, {}, id)).toHaveProperty('access_token');
    expect(last('psc/token-request')).toMatchObject({ authMethods: ['tls_client_auth'], anomalies: [] });
    expect(await freshTokens(plain, basic)).toMatchObject({ error: 'unauthorized_client' });
    expect(await freshTokens(mtls, {}, {})).toMatchObject({ error: 'invalid_client' });
  });

  it('records a secret sent along with the certificate', async () => {
    await freshTokens(mtls, {}, { ...id, client_secret: secret });
    expect(last('psc/token-request')).toMatchObject({
      authMethods: ['client_secret_post', 'tls_client_auth'],
      anomalies: ['several-authentication-methods'],
    });
  });

  it('refuses an expired certificate and one of another authority', async () => {
    const expired = await bench.pki.client({
      commonName: 'lps',
      organizationalUnit: 'R10000000000001',
      notAfter: new Date(bench.clock.now() + 1000),
    });
    bench.clock.advance(2000);
    const foreign = await bench.pki.server({ names: ['lps'] });
    for (const bad of [expired, foreign]) {
      expect(await freshTokens(pscHttp(bench, bench.agent(bad)), {}, id)).toHaveProperty('error');
      expect(last('psc/token-request')).toMatchObject({ anomalies: ['client-certificate-refused'] });
    }
  });
});

describe('token exchange and API', () => {
  it.each([
    ['rfc8705', (digest: Buffer) => digest.toString('base64url')],
    ['base64-hex', (digest: Buffer) => Buffer.from(digest.toString('hex')).toString('base64')],
  ] as const)('binds the token to the certificate, form %s', async (form, encode) => {
    bench.running.prepare({ cnf: form });
    const answer = await exchange(mtls);
    expect(answer).toMatchObject({
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      token_type: 'Bearer',
      expires_in: 14_400,
    });
    const digest = createHash('sha256').update(new X509Certificate(pair.certPem).raw).digest();
    const token = textAt(answer, 'access_token');
    expect(decodeJwt(token)['cnf']).toEqual({ 'x5t#S256': encode(digest) });
    expect(last('psc/token-exchange-request')).toMatchObject({
      subjectTokenState: 'valid',
      subjectTokenAge: 0,
      cnf: { form, value: encode(digest) },
    });
    const called = await callApi(mtls, token);
    expect([called.status, typeof called.json['signature']]).toEqual([200, 'string']);
    expect(last('psc/api-request')).toMatchObject({ tokenState: 'valid', binding: 'match' });
  });

  it('refuses the API to another certificate, to none, and to a PSC token', async () => {
    const token = textAt(await exchange(mtls), 'access_token');
    const other = await bench.pki.client({ commonName: 'autre', organizationalUnit: 'R1' });
    expect((await callApi(pscHttp(bench, bench.agent(other)), token)).status).toBe(401);
    expect(last('psc/api-request')).toMatchObject({ binding: 'mismatch' });
    expect((await callApi(plain, token)).status).toBe(401);
    expect(last('psc/api-request')).toMatchObject({ binding: 'no-certificate' });
    const psc = textAt(await freshTokens(mtls, {}, id), 'access_token');
    expect((await callApi(mtls, psc)).status).toBe(401);
    expect(last('psc/api-request')).toMatchObject({ tokenState: 'unknown', binding: 'unbound' });
  });

  it('refuses what cannot be exchanged', async () => {
    expect(await exchange(plain)).toMatchObject({ error: 'invalid_client' });
    expect(await exchange(mtls, { grant_type: 'x' })).toMatchObject({ error: 'unsupported_grant_type' });
    expect(await exchange(mtls, { subject_token_type: 'x' })).toMatchObject({ error: 'invalid_request' });
    expect(await exchange(mtls, { subject_token: 'x' })).toMatchObject({ error: 'invalid_token' });
    expect(last('psc/token-exchange-request')).toMatchObject({ subjectTokenState: 'unknown' });
  });

  it.each(['token-exchange-503', 'token-exchange-denied', 'api-503'])('%s is attested', async (fault) => {
    bench.arm(fault);
    const before = bench.delivered().length;
    const answer = await exchange(mtls);
    if (fault === 'api-503') expect((await callApi(mtls, textAt(answer, 'access_token'))).status).toBe(503);
    else expect(answer).toHaveProperty('error');
    expect(bench.delivered().slice(before)).toMatchObject([{ fault: `psc/${fault}` }]);
  });
});

describe('the bench in front of a Proxy e-Santé', () => {
  it('connects with a certificate per client, keeps the cookie, and records each exchange', async () => {
    const input = {
      identifiantNational: '899700000001',
      bindingMessage: '07',
      canal: 'CARD',
      client: 'lps-1',
    };
    expect(await bench.running.operate('proxy-connect', input)).toMatchObject({ status: 200, cookie: 'abc' });
    expect(await bench.running.operate('proxy-connect', input)).toMatchObject({ status: 304 });
    const sent = { chemin: '/api/x', client: 'lps-2', session: 'autre', corps: { a: 1 } };
    expect(await bench.running.operate('proxy-send', sent)).toMatchObject({ status: 500 });
    expect(proxySaw[0]).toMatchObject({
      method: 'POST',
      path: '/connect',
      cookie: '',
      json: { nationalId: '899700000001', bindingMessage: '07', clientId: 'lps-1', channel: 'CARD' },
    });
    expect(proxySaw[0]?.subject).toContain('CN=lps-1');
    expect(proxySaw[1]?.cookie).toBe('proxy_session_id=abc');
    expect(proxySaw[2]).toMatchObject({ path: '/send/api/x', cookie: '', json: { a: 1 } });
    expect(proxySaw[2]?.subject).toContain('CN=lps-2');
    expect(bench.views('psc/proxy-exchange')).toMatchObject([
      { operation: 'proxy-connect', status: 200, responseJson: { proxy_session_id: 'abc' } },
      { operation: 'proxy-connect', status: 304 },
      { operation: 'proxy-send', status: 500 },
    ]);
  });

  it('records a proxy that does not answer as status 0, and asks for what is missing', async () => {
    const lost = await startPscBench({
      regime: 'edc',
      proxy: { url: 'http://127.0.0.1:9', delaiSecondes: 1 },
    });
    expect(await lost.running.operate('proxy-disconnect', {})).toMatchObject({ status: 0 });
    expect(lost.views('psc/proxy-exchange')).toMatchObject([
      { status: 0, aborted: expect.any(String) as unknown },
    ]);
    await expect(lost.running.operate('proxy-traces', {})).rejects.toThrow('debut');
    await lost.close();
  });
});

import * as oidc from 'openid-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPscBench, type PscBench } from '../builders/psc-bench.ts';
import { discoverPsc, logIn, type RelyingParty } from '../builders/psc-relying-party.ts';

/** openid-client 6.8.9 with a client certificate: login, CIBA and token exchange in the Espace de Confiance. */
describe('Pro Santé Connect simulated, in front of openid-client with a certificate', () => {
  let bench: PscBench;
  let party: RelyingParty;
  let hint = '';
  beforeAll(async () => {
    bench = await startPscBench({
      regime: 'edc',
      modes: ['web', 'ciba'],
      client: { auth: 'tls_client_auth' },
    });
    hint = bench.deck.professionnels[0]?.identifiantNational ?? '';
    const pair = await bench.pki.client({ commonName: 'lps', organizationalUnit: 'R10000000000001' });
    party = await discoverPsc(bench, { strict: true, auth: oidc.TlsClientAuth(), agent: bench.agent(pair) });
  });
  afterAll(async () => {
    await bench.close();
  });
  beforeEach(() => {
    bench.running.prepare({ ciba: { interval: 1 } });
    bench.arm();
  });

  const ciba = async (): Promise<oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers> => {
    const asked = await oidc.initiateBackchannelAuthentication(party.config, {
      scope: 'openid scope_all',
      acr_values: 'eidas1',
      login_hint: hint,
      binding_message: '07',
      channel: 'MOBILE',
    });
    return oidc.pollBackchannelAuthenticationGrant(party.config, asked, undefined, {
      signal: AbortSignal.timeout(30_000),
    });
  };
  const polls = (): readonly string[] =>
    bench
      .views('psc/ciba-poll')
      .map((view) => (typeof view['error'] === 'string' ? view['error'] : 'tokens'));

  it('logs in, and exchanges the token for one bound to the certificate', async () => {
    const { tokens } = await logIn(party);
    expect(bench.views('psc/token-request').at(-1)).toMatchObject({
      authMethods: ['tls_client_auth'],
      pkce: 'match',
      anomalies: [],
    });
    const edc = new oidc.Configuration(
      { issuer: 'https://edc.example', token_endpoint: bench.running.endpoints['exchange_endpoint'] ?? '' },
      'lps-a-tester',
      undefined,
      oidc.TlsClientAuth(),
    );
    edc[oidc.customFetch] = party.config[oidc.customFetch] as oidc.CustomFetch;
    const exchanged = await oidc.genericGrantRequest(edc, 'urn:ietf:params:oauth:grant-type:token-exchange', {
      subject_token: tokens.access_token,
      subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      scope: 'signsessiondata',
    });
    expect(exchanged).toMatchObject({
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      expires_in: 14_400,
    });
  });

  it('logs in by CIBA after a wait', async () => {
    bench.running.prepare({ ciba: { interval: 1, delai: 1 } });
    const since = polls().length;
    expect((await ciba()).claims()?.['SubjectNameID']).toBe(hint);
    expect(polls().slice(since).at(-1)).toBe('tokens');
    expect(polls().slice(since)).not.toContain('slow_down');
  });

  it('waits longer after slow_down, then logs in', async () => {
    bench.running.prepare({ ciba: { interval: 1, delai: 1.5 } });
    bench.arm('ciba-slow-down');
    const since = polls().length;
    await ciba();
    expect(polls().slice(since)).toEqual(['authorization_pending', 'slow_down', 'tokens']);
    const last = bench.views('psc/ciba-poll').at(-1) as { ciba: { interval: number; sincePrevious: number } };
    expect(last.ciba.interval).toBe(6);
    expect(last.ciba.sincePrevious).toBeGreaterThan(5800);
  });

  it.each([
    ['ciba-access-denied', 'access_denied'],
    ['ciba-expired-token', 'expired_token'],
  ])('%s stops the polls', async (fault, error) => {
    bench.arm(fault);
    const since = polls().length;
    await expect(ciba()).rejects.toMatchObject({ error });
    expect(polls().slice(since)).toEqual(['authorization_pending', 'authorization_pending', error]);
  });

  it.each([
    'ciba-missing-auth-req-id',
    'ciba-missing-expires-in',
    'ciba-unknown-user',
    'ciba-unknown-user-id',
    'ciba-503',
    'id-token-wrong-iss',
    'id-token-bad-sig',
    'id-token-alg-none',
    'id-token-exp-10min',
  ])('%s is refused, and attested', async (fault) => {
    bench.arm(fault);
    const since = bench.delivered().length;
    await expect(ciba()).rejects.toThrow();
    expect(bench.delivered().slice(since)).toMatchObject([{ fault: `psc/${fault}` }]);
  });

  it.each(['id-token-aud-array', 'token-no-scope'])('%s is accepted, and attested', async (fault) => {
    bench.arm(fault);
    const since = bench.delivered().length;
    await expect(ciba()).resolves.toBeDefined();
    expect(bench.delivered().slice(since)).toMatchObject([{ fault: `psc/${fault}` }]);
  });
});

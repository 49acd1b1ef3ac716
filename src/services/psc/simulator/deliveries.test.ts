import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPscFaults, startPscBench, type PscBench } from '../../../../tests/builders/psc-bench.ts';
import { callback, goodRequest, pscHttp, type PscHttp } from '../../../../tests/builders/psc-http.ts';

const faults = await loadPscFaults();
let bench: PscBench;
let http: PscHttp;
beforeAll(async () => {
  bench = await startPscBench({
    regime: 'edc',
    modes: ['web', 'ciba'],
    client: { auth: 'tls_client_auth' },
    postLogoutRedirectUris: ['https://lps.example/fin'],
  });
  const pair = await bench.pki.client({ commonName: 'lps', organizationalUnit: 'R10000000000001' });
  http = pscHttp(bench, bench.agent(pair));
});
afterAll(async () => {
  await bench.close();
});

const id = { client_id: 'lps-a-tester' };
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Everything a client can ask, in the order of a day's work; it goes on whatever it is answered. */
async function wholeDay(): Promise<void> {
  await http.get('discovery');
  await http.get('jwks_uri');
  const back = await http.get('authorization_endpoint', goodRequest);
  const code = new URL(text(back.headers['location'])).searchParams.get('code') ?? '';
  const form = { grant_type: 'authorization_code', code, redirect_uri: callback, ...id };
  const tokens = (await http.post('token_endpoint', form)).json;
  const bearer = { authorization: `Bearer ${text(tokens['access_token'])}` };
  await http.get('userinfo_endpoint', {}, bearer);
  const exchanged = await http.post('exchange_endpoint', {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: text(tokens['access_token']),
    subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    ...id,
  });
  await http.send('api', {
    method: 'POST',
    headers: { authorization: `Bearer ${text(exchanged.json['access_token'])}` },
  });
  const refresh = { grant_type: 'refresh_token', refresh_token: text(tokens['refresh_token']), ...id };
  await http.post('token_endpoint', refresh);
  await http.get('end_session_endpoint', {
    id_token_hint: text(tokens['id_token']),
    post_logout_redirect_uri: 'https://lps.example/fin',
    state: 'fin',
  });
  const asked = await http.post('backchannel_authentication_endpoint', {
    scope: 'openid scope_all',
    login_hint: bench.deck.professionnels[0]?.identifiantNational ?? '',
    ...id,
  });
  const poll = {
    grant_type: 'urn:openid:params:grant-type:ciba',
    auth_req_id: text(asked.json['auth_req_id']),
    ...id,
  };
  for (let turn = 0; turn < 3; turn += 1) await http.post('token_endpoint', poll);
}

describe('deliveries', () => {
  it('attests nothing on a faithful day', async () => {
    bench.running.prepare({ ciba: { interval: 0 } });
    bench.arm();
    await wholeDay();
    expect(bench.delivered()).toEqual([]);
  });

  it.each([...faults.keys()])('%s leaves in an exchange that carries it, and is attested', async (name) => {
    bench.running.prepare({ ciba: { interval: 0, delai: 30 } });
    if (name.startsWith('id-token') || name.startsWith('token-no'))
      bench.running.prepare({ ciba: { interval: 0 } });
    bench.arm(name);
    const since = bench.preuves.length;
    await wholeDay();
    bench.arm();
    const fresh = bench.preuves.slice(since);
    const attested = fresh.filter(({ kind }) => kind === 'fault/delivered');
    expect(attested.length).toBeGreaterThan(0);
    for (const { view, bytes } of attested) {
      expect(view).toMatchObject({ fault: `psc/${name}`, target: faults.get(name)?.target });
      const carrier = fresh.find((preuve) => preuve.id === view['carrier']);
      const sent = Buffer.from(carrier?.bytes['response'] ?? []).toString('latin1');
      const after = Buffer.from(bytes['after'] ?? []).toString('latin1');
      expect(after).not.toBe('');
      expect(sent).toContain(after);
    }
    const named = fresh.filter(({ view }) =>
      (view['faults'] as readonly string[] | undefined)?.includes(`psc/${name}`),
    );
    expect(named.length).toBeGreaterThan(0);
  });
});

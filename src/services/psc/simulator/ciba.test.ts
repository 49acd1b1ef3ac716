import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPscBench, type PscBench } from '../../../../tests/builders/psc-bench.ts';
import { textAt, basic, pscHttp, type PscAnswer, type PscHttp } from '../../../../tests/builders/psc-http.ts';

let bench: PscBench;
let http: PscHttp;
let hint = '';
beforeAll(async () => {
  bench = await startPscBench({ modes: ['ciba'] });
  http = pscHttp(bench);
  hint = bench.deck.professionnels[1]?.identifiantNational ?? '';
});
afterAll(async () => {
  await bench.close();
});
beforeEach(() => {
  bench.running.prepare({ ciba: { interval: 0 } });
  bench.arm();
});

const endpoint = 'backchannel_authentication_endpoint';
const last = (kind: string): object => bench.views(kind).at(-1) ?? {};
const good = (): Record<string, string> => ({
  scope: 'openid scope_all',
  acr_values: 'eidas1',
  login_hint: hint,
  binding_message: '07',
  channel: 'MOBILE',
});
const start = async (): Promise<string> =>
  textAt((await http.post(endpoint, good(), basic)).json, 'auth_req_id');
const poll = (auth_req_id: string): Promise<PscAnswer> =>
  http.post('token_endpoint', { grant_type: 'urn:openid:params:grant-type:ciba', auth_req_id }, basic);
const errors = async (id: string, times: number): Promise<readonly unknown[]> => {
  const seen: unknown[] = [];
  for (let index = 0; index < times; index += 1) seen.push((await poll(id)).json['error']);
  return seen;
};

describe('CIBA', () => {
  it('acknowledges, waits for the user, then gives tokens of the hinted professional, once', async () => {
    bench.running.prepare({ ciba: { interval: 0, delai: 5 } });
    const answer = await http.post(endpoint, good(), basic);
    expect(answer.json).toMatchObject({ expires_in: 120, interval: 0 });
    expect(last('psc/ciba-request')).toMatchObject({ bindingMessage: '07', anomalies: [], faults: [] });
    const id = textAt(answer.json, 'auth_req_id');
    expect((await poll(id)).json['error']).toBe('authorization_pending');
    bench.clock.advance(5000);
    const tokens = (await poll(id)).json;
    expect(decodeJwt(textAt(tokens, 'id_token'))).toMatchObject({ SubjectNameID: hint, acr: 'eidas1' });
    expect((await poll(id)).json['error']).toBe('invalid_grant');
    expect(last('psc/ciba-poll')).toMatchObject({ replayed: true });
  });

  it('tells errors in the order of Keycloak', async () => {
    const without = (name: string): Record<string, string> =>
      Object.fromEntries(Object.entries(good()).filter(([key]) => key !== name));
    const ask = async (form: Record<string, string>, headers = basic): Promise<unknown> => {
      const { status, json } = await http.post(endpoint, form, headers);
      return [status, json['error'], json['error_description']];
    };
    expect(await ask(without('login_hint'), {})).toEqual([401, 'invalid_client', expect.any(String)]);
    expect(await ask(without('login_hint'))).toEqual([
      400,
      'invalid_request',
      'missing parameter : login_hint',
    ]);
    expect(await ask(without('scope'))).toEqual([400, 'invalid_request', 'missing parameter : scope']);
    expect(await ask({ ...good(), login_hint: 'inconnu' })).toEqual([400, 'invalid_request', 'invalid_user']);
    expect(await ask({ ...good(), scope: 'scope_all' })).toEqual([400, 'invalid_scope', expect.any(String)]);
    bench.running.prepare({ ciba: { utilisateurInconnu: 'standard' } });
    expect(await ask({ ...good(), login_hint: 'inconnu' })).toEqual([400, 'unknown_user_id', undefined]);
  });

  it('is refused to a client that did not declare it', async () => {
    const web = await startPscBench();
    const answer = await pscHttp(web).post(endpoint, good(), basic);
    expect([answer.status, answer.json['error']]).toEqual([401, 'invalid_grant']);
    await web.close();
  });

  it.each([
    ['refus', 'access_denied'],
    ['expiration', 'expired_token'],
    ['jamais', 'authorization_pending'],
  ])('ends with %s as %s', async (issue, error) => {
    bench.running.prepare({ ciba: { interval: 0, issue } });
    expect((await poll(await start())).json['error']).toBe(error);
  });

  it('answers slow_down to who polls too fast, and says the interval then owed', async () => {
    bench.running.prepare({ ciba: { interval: 3, delai: 60 } });
    const id = await start();
    expect(await errors(id, 2)).toEqual(['authorization_pending', 'slow_down']);
    bench.clock.advance(3000);
    expect(await errors(id, 1)).toEqual(['authorization_pending']);
    expect(last('psc/ciba-poll')).toMatchObject({ ciba: { interval: 8 } });
  });

  it('deviates polls at their turn, and attests only then', async () => {
    for (const [fault, expected] of [
      ['ciba-slow-down', ['authorization_pending', 'slow_down', 'authorization_pending']],
      ['ciba-access-denied', ['authorization_pending', 'authorization_pending', 'access_denied']],
      ['ciba-expired-token', ['authorization_pending', 'authorization_pending', 'expired_token']],
    ] as const) {
      bench.running.prepare({ ciba: { interval: 0, delai: 60 } });
      const id = await start();
      bench.arm(fault);
      const before = bench.delivered().length;
      expect(await errors(id, 3)).toEqual(expected);
      expect(bench.delivered().slice(before)).toMatchObject([{ fault: `psc/${fault}` }]);
      bench.arm();
    }
  });

  it('enforces the interval that a deviation announced', async () => {
    bench.arm('ciba-interval-31');
    const id = await start();
    bench.arm();
    expect(await errors(id, 1)).toEqual([undefined]);
    expect(last('psc/ciba-poll')).toMatchObject({ ciba: { interval: 31 } });
  });

  it.each(['ciba-unknown-user', 'ciba-unknown-user-id', 'ciba-missing-auth-req-id', 'ciba-503'])(
    '%s is attested with its carrier',
    async (fault) => {
      bench.arm(fault);
      const before = bench.delivered().length;
      await http.post(endpoint, good(), basic);
      const [attested, ...more] = bench.delivered().slice(before);
      expect(more).toEqual([]);
      expect(bench.preuves.find(({ id }) => id === attested?.carrier)?.kind).toBe('psc/ciba-request');
    },
  );

  it('lets the bench answer for the user', async () => {
    bench.running.prepare({ ciba: { interval: 0, issue: 'jamais' } });
    const id = await start();
    expect((await poll(id)).json['error']).toBe('authorization_pending');
    await bench.running.operate('repondre-ciba', { issue: 'refus' });
    expect((await poll(id)).json['error']).toBe('access_denied');
  });
});

import { compactVerify, importJWK, type JWK } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPscBench, type PscBench } from '../../../../tests/builders/psc-bench.ts';
import {
  textAt,
  freshTokens,
  pscHttp,
  type PscAnswer,
  type PscHttp,
} from '../../../../tests/builders/psc-http.ts';

let bench: PscBench;
let http: PscHttp;
beforeAll(async () => {
  bench = await startPscBench({ postLogoutRedirectUris: ['https://lps.example/fin?a=1'] });
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
const userinfo = async (state: object = {}): Promise<PscAnswer> => {
  bench.running.prepare({ ...state });
  const tokens = await freshTokens(http);
  return http.get('userinfo_endpoint', {}, { authorization: `Bearer ${textAt(tokens, 'access_token')}` });
};

describe('userinfo', () => {
  it('has the fields of the field, in both methods', async () => {
    const { json } = await userinfo();
    expect(Object.keys(json).sort()).toEqual(
      [
        'sub',
        'SubjectNameID',
        'preferred_username',
        'given_name',
        'family_name',
        'email_verified',
        'codeCivilite',
        'codeGenreActivite',
        'Secteur_Activite',
        'SubjectOrganization',
        'SubjectOrganizationID',
        'SubjectRole',
        'Mode_Acces_Raison',
        'Acces_Regulation_Medicale',
        'UITVersion',
        'authMode',
        'Palier_Authentification',
        'PSI_Locale',
        'otherIds',
        'SubjectRefPro',
      ].sort(),
    );
    const exercice = (json['SubjectRefPro'] as { exercices: { activities: object[] }[] }).exercices[0];
    expect(Object.keys(exercice?.activities[0] ?? {})).toHaveLength(30);
    const tokens = await freshTokens(http);
    const token = textAt(tokens, 'access_token');
    const posted = await http.post('userinfo_endpoint', {}, { authorization: `Bearer ${token}` });
    expect(posted.json).toEqual(json);
    expect((await http.post('userinfo_endpoint', { access_token: token })).json).toEqual(json);
    expect(last('psc/userinfo-request')).toMatchObject({ tokenIn: ['body'], anomalies: [] });
    expect((await http.get('userinfo_endpoint', { access_token: token })).json).toEqual(json);
    expect(last('psc/userinfo-request')).toMatchObject({ tokenIn: ['query'], anomalies: ['token-in-query'] });
  });

  it('keeps SubjectNameID and changes sub and authMode with the means', async () => {
    const card = (await userinfo({ moyen: 'CARD' })).json;
    const app = (await userinfo({ moyen: 'ECPS' })).json;
    expect(app['SubjectNameID']).toBe(card['SubjectNameID']);
    expect(app['sub']).not.toBe(card['sub']);
    expect(app['authMode']).not.toBe(card['authMode']);
  });

  it.each([
    ['sans-subject-ref-pro', (json: object) => !('SubjectRefPro' in json)],
    ['claims-inconnues', (json: object) => 'champInconnu' in json],
    ['other-ids-majuscule', (json: object) => 'otherIDs' in json && !('otherIds' in json)],
    ['origine-edit', (json: object) => JSON.stringify(json).includes('"origine":"EDIT"')],
    ['codes-dans-ref-pro', (json: object) => !('codeGenreActivite' in json)],
    ['sans-exercice', (json: object) => JSON.stringify(json).includes('"exercices":[]')],
    ['accents', (json: object) => JSON.stringify(json).includes('HÔPITAL DE L’ÎLE')],
    ['chaines-vides', (json: object) => JSON.stringify(json).includes('"raisonSocialeSite":""')],
    [
      'plusieurs-activites',
      (json: object) => (JSON.stringify(json).match(/codeModeExercice/g) ?? []).length >= 3,
    ],
  ])('variant %s, the identity untouched', async (variante, holds) => {
    const faithful = (await userinfo()).json;
    const { json } = await userinfo({ variantes: [variante] });
    expect(holds(json)).toBe(true);
    expect(holds(faithful)).toBe(false);
    for (const name of ['sub', 'SubjectNameID', 'family_name', 'given_name']) {
      expect(json[name]).toBe(faithful[name]);
    }
  });

  it('can be a JWT that the published key verifies', async () => {
    const answer = await userinfo({ userinfo: 'jwt' });
    expect(answer.headers['content-type']).toBe('application/jwt');
    const { keys } = (await http.get('jwks_uri')).json as { keys: JWK[] };
    const { payload } = await compactVerify(answer.text, await importJWK(keys[0] ?? {}, 'RS256'));
    expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({ aud: 'lps-a-tester' });
  });

  it('refuses unknown, expired and absent tokens as Keycloak does', async () => {
    expect((await http.get('userinfo_endpoint')).json['error']).toBe('invalid_request');
    const unknown = await http.get('userinfo_endpoint', {}, { authorization: 'Bearer x.y.z' });
    expect([unknown.status, unknown.json['error']]).toEqual([401, 'invalid_token']);
    expect(unknown.headers['www-authenticate']).toContain('error="invalid_token"');
    const tokens = await freshTokens(http);
    bench.clock.advance(121_000);
    const headers = { authorization: `Bearer ${textAt(tokens, 'access_token')}` };
    expect((await http.get('userinfo_endpoint', {}, headers)).status).toBe(401);
    expect(last('psc/userinfo-request')).toMatchObject({ tokenState: 'expired' });
  });
});

describe('end of session', () => {
  it('returns to the registered address with the state, and ends the tokens', async () => {
    const tokens = await freshTokens(http);
    const answer = await http.get('end_session_endpoint', {
      id_token_hint: textAt(tokens, 'id_token'),
      post_logout_redirect_uri: 'https://lps.example/fin?a=1',
      state: 'fin',
    });
    expect(answer.headers['location']).toBe('https://lps.example/fin?a=1&state=fin');
    expect(last('psc/end-session-request')).toMatchObject({
      idTokenHint: 'valid',
      postLogoutRegistered: true,
    });
    const headers = { authorization: `Bearer ${textAt(tokens, 'access_token')}` };
    expect((await http.get('userinfo_endpoint', {}, headers)).status).toBe(401);
  });

  it('tells hints and addresses that are not right', async () => {
    const made = await http.get('end_session_endpoint', { id_token_hint: 'a.b.c' });
    expect([made.status, last('psc/end-session-request')]).toMatchObject([200, { idTokenHint: 'unknown' }]);
    await http.get('end_session_endpoint', { post_logout_redirect_uri: 'https://ailleurs.example/' });
    expect(last('psc/end-session-request')).toMatchObject({
      idTokenHint: 'absent',
      postLogoutRegistered: false,
    });
    const script = await http.get('end_session_endpoint', { post_logout_redirect_uri: 'javascript:1' });
    expect(script.headers['location']).toBeUndefined();
  });

  it.each([
    ['logout-503', 503, undefined],
    ['logout-state-missing', 302, 'https://lps.example/fin?a=1'],
    ['logout-state-swap', 302, 'https://lps.example/fin?a=1&state=etat-que-personne-n-a-envoye'],
  ])('%s is delivered and attested', async (fault, status, location) => {
    const tokens = await freshTokens(http);
    bench.arm(fault);
    const before = bench.delivered().length;
    const answer = await http.get('end_session_endpoint', {
      id_token_hint: textAt(tokens, 'id_token'),
      post_logout_redirect_uri: 'https://lps.example/fin?a=1',
      state: 'fin',
    });
    expect([answer.status, answer.headers['location']]).toEqual([status, location]);
    expect(bench.delivered().slice(before)).toMatchObject([{ fault: `psc/${fault}` }]);
    expect(last('psc/end-session-request')).toMatchObject({ faults: [`psc/${fault}`] });
  });
});

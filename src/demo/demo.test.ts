import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { bench, closeBenches, closeSimulators, deck, fault, role } from '../../tests/builders/demo-bench.ts';

afterEach(closeBenches);
afterAll(closeSimulators);

describe('the honest demo', () => {
  it('logs in, tells who, uses the token, logs out', async () => {
    const { login, state, act, memory } = await bench();
    expect(await state()).toMatchObject({ connecte: false });
    expect(await login()).toMatchObject({ issue: 'reussie' });
    expect(await state()).toMatchObject({
      connecte: true,
      identifiantNational: role('medecin'),
      droits: 'complets',
      choixSituationPropose: false,
    });
    expect(await act('psc.utiliser-jeton', { session: 'a' })).toEqual({ issue: 'reussie' });
    expect(await act('psc.deconnecter', { session: 'a' })).toMatchObject({ issue: 'reussie' });
    expect(await state()).toMatchObject({ connecte: false });
    expect(memory.kinds()).toContain('psc/end-session-request');
    expect(memory.kinds()).not.toContain('psc/unknown-request');
    expect(memory.kinds()).not.toContain('bench/error');
  });

  it('keeps one account whatever the means', async () => {
    const { login, state, act, psc } = await bench();
    const local = await act('psc.connecter-autre-moyen', {
      session: 'b',
      identifiantNational: role('medecin'),
    });
    await login();
    const first = await state();
    expect(first['compte']).toBe(local['compte']);
    psc.prepare({ identifiantNational: role('medecin'), moyen: 'ECPS' });
    await login('c');
    expect((await state('c'))['compte']).toBe(local['compte']);
  });

  it('lets the user choose among several situations', async () => {
    const { login, state, act, psc } = await bench();
    psc.prepare({ identifiantNational: role('medecin-multi') });
    await login();
    expect(await state()).toMatchObject({ choixSituationPropose: true, droits: 'limites' });
    const structure = deck.structures[2]?.identifiant ?? '';
    await act('psc.choisir-situation', { session: 'a', structure });
    expect(await state()).toMatchObject({ structure, droits: 'complets' });
  });

  it.each(['sans-subject-ref-pro', 'sans-exercice', 'chaines-vides', 'claims-inconnues', 'accents'])(
    'copes with userinfo of the shape %s',
    async (variante) => {
      const { login, state, psc } = await bench();
      psc.prepare({ identifiantNational: role('medecin'), variantes: [variante] });
      expect(await login()).toMatchObject({ issue: 'reussie' });
      expect(await state()).toMatchObject({ connecte: true });
    },
  );

  it('logs in by CIBA, shows the code, and logs out', async () => {
    const { act, state } = await bench();
    const login = await act('psc.connecter', {
      mode: 'ciba',
      session: 'a',
      identifiantNational: role('medecin'),
      canal: 'MOBILE',
    });
    expect(login).toMatchObject({ issue: 'reussie' });
    expect(login['codeAffiche']).toMatch(/^\d\d$/);
    expect(await state()).toMatchObject({ connecte: true });
    await act('psc.deconnecter', { session: 'a' });
    expect(await state()).toMatchObject({ connecte: false });
  });

  it('calls the API of the Espace de Confiance and keeps the contract of the proxy', async () => {
    const { login, act, psc } = await bench([], 'edc');
    expect(await login()).toMatchObject({ issue: 'reussie' });
    expect(await act('psc.utiliser-jeton', { session: 'a', api: true })).toEqual({ issue: 'reussie' });
    const identifiantNational = role('medecin');
    expect(await psc.operate('proxy-send', {})).toMatchObject({ status: 401 });
    expect(await psc.operate('proxy-connect', { identifiantNational })).toMatchObject({ status: 200 });
    expect(await psc.operate('proxy-connect', { identifiantNational })).toMatchObject({ status: 304 });
    expect(
      await psc.operate('proxy-send', {
        corps: { nationalId: identifiantNational, clientID: 'x', proxy_session_id: 'y', session_state: 'z' },
      }),
    ).toMatchObject({ status: 200 });
    expect(await psc.operate('proxy-disconnect', {})).toMatchObject({ status: 200 });
    const traces = await psc.operate('proxy-traces', { debut: '2020-01-01T00:00:00Z' });
    expect(JSON.stringify(traces)).toMatch(/CONNECT_SUCCESS.*CONNECT_REPLAY.*SEND.*DISCONNECT/);
  });

  it('ends an idle session without telling Pro Santé Connect', async () => {
    const { login, state, act, memory } = await bench();
    await login();
    await act('banc.laisser-inactif', { session: 'a' });
    expect(await state()).toMatchObject({ connecte: false });
    expect(memory.kinds()).not.toContain('psc/end-session-request');
  });

  it('keeps no token in its logs and a trace of each login', async () => {
    const { login, act, memory } = await bench();
    await login();
    const { journaux, traces } = await act('banc.exporter-journaux');
    const issued = memory.preuves
      .map((preuve) => JSON.stringify(preuve.view))
      .join('')
      .match(/eyJ[\w.-]{20,}/g);
    for (const token of issued ?? []) expect(journaux).not.toContain(token);
    expect(traces).toMatchObject([{ nature: 'creation' }, { nature: 'connexion psc', resultat: 'reussie' }]);
  });

  it('answers 501 to what it does not have', async () => {
    const { act } = await bench();
    expect(await act('dmp.alimenter')).toEqual({ http: 501 });
    expect(await act('psc.connecter', { mode: 'natif-navigateur-interne' })).toEqual({ http: 501 });
  });
});

const mustRefuse = [
  'callback-state-missing',
  'callback-state-swap',
  'callback-wrong-iss',
  'callback-access-denied',
  'id-token-alg-none',
  'id-token-azp-mismatch',
  'id-token-bad-sig',
  'id-token-expired',
  'id-token-hs256',
  'id-token-iat-future',
  'id-token-iat-week-past',
  'id-token-kid-unknown',
  'id-token-missing-aud',
  'id-token-missing-exp',
  'id-token-missing-iat',
  'id-token-missing-iss',
  'id-token-missing-nonce',
  'id-token-missing-sub',
  'id-token-wrong-acr',
  'id-token-wrong-aud',
  'id-token-wrong-iss',
  'id-token-wrong-nonce',
  'token-no-id-token',
  'token-503',
  'userinfo-503',
  'userinfo-identity-swap',
  'userinfo-missing-sub',
  'userinfo-wrong-sub',
  'discovery-503',
  'discovery-wrong-issuer',
  'jwks-503',
];

describe('the honest demo, faults', () => {
  it.each(mustRefuse)('refuses psc/%s', async (name) => {
    const { login, state, armory, memory } = await bench();
    armory.arm([await fault(`psc/${name}`)]);
    expect((await login())['issue']).toMatch(/refusee|erreur/);
    armory.disarm();
    expect(await state()).toMatchObject({ connecte: false });
    expect(memory.kinds()).toContain('fault/delivered');
    expect(memory.kinds()).not.toContain('bench/error');
    expect(await login()).toMatchObject({ issue: 'reussie' });
  });

  it.each(['id-token-rotated', 'id-token-aud-array', 'id-token-missing-acr', 'token-no-scope'])(
    'accepts psc/%s',
    async (name) => {
      const { login, armory, memory } = await bench();
      armory.arm([await fault(`psc/${name}`)]);
      expect(await login()).toMatchObject({ issue: 'reussie' });
      expect(memory.kinds()).toContain('fault/delivered');
    },
  );
});

const accepting: readonly (readonly [defaut: string, fault: string])[] = [
  ['state-non-verifie', 'callback-state-swap'],
  ['state-non-verifie', 'callback-state-missing'],
  ['iss-retour-ignore', 'callback-wrong-iss'],
  ['iss-prefixe', 'id-token-wrong-iss'],
  ['sans-verification-aud', 'id-token-wrong-aud'],
  ['aud-absent-accepte', 'id-token-missing-aud'],
  ['sans-verification-exp', 'id-token-expired'],
  ['nonce-non-verifie', 'id-token-wrong-nonce'],
  ['claims-non-exiges', 'id-token-missing-iat'],
  ['claims-non-exiges', 'id-token-missing-sub'],
  ['iat-non-verifie', 'id-token-iat-future'],
  ['sans-verification-signature', 'id-token-bad-sig'],
  ['alg-quelconque', 'id-token-alg-none'],
  ['alg-quelconque', 'id-token-hs256'],
  ['acr-non-verifie', 'id-token-wrong-acr'],
  ['azp-non-verifie', 'id-token-azp-mismatch'],
  ['userinfo-sub-non-verifie', 'userinfo-wrong-sub'],
  ['identite-userinfo-non-verifiee', 'userinfo-identity-swap'],
  ['emetteur-non-compare', 'discovery-wrong-issuer'],
];

describe('défauts', () => {
  it.each(accepting)('%s accepts psc/%s', async (defaut, name) => {
    const { login, armory, memory } = await bench([defaut]);
    expect(await login('temoin')).toMatchObject({ issue: 'reussie' });
    armory.arm([await fault(`psc/${name}`)]);
    expect(await login()).toMatchObject({ issue: 'reussie' });
    expect(memory.kinds()).toContain('fault/delivered');
  });

  it.each([
    ['jwks-fige', 'id-token-rotated'],
    ['aud-tableau-refuse', 'id-token-aud-array'],
  ])('%s refuses psc/%s, which is legitimate', async (defaut, name) => {
    const { login, armory } = await bench([defaut]);
    expect(await login('temoin')).toMatchObject({ issue: 'reussie' });
    armory.arm([await fault(`psc/${name}`)]);
    expect(await login()).toMatchObject({ issue: 'refusee' });
  });
});

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
    for (const trace of (traces['json'] as { readonly traces: readonly object[] }).traces) {
      expect(Object.entries(trace).filter(([, value]) => value === '')).toEqual([]);
      expect(trace).toHaveProperty('session_state');
      expect(trace).toHaveProperty('dn');
    }
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
  'id-token-bad-at-hash',
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
  ['at-hash-non-verifie', 'id-token-bad-at-hash'],
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

describe('the honest demo, sessions', () => {
  it('accepts a callback once, and only in the browser that asked for it', async () => {
    const { login, memory, navigator } = await bench();
    await login();
    const response = memory.preuves.find(({ kind }) => kind === 'psc/authorization-response');
    const { location } = response?.view as { readonly location: string };
    for (const session of ['a', 'autre-navigateur']) {
      const page = await navigator.open(session, location, AbortSignal.timeout(5000));
      expect(page.status).toBe(403);
    }
    expect(memory.kinds().filter((kind) => kind === 'psc/token-request')).toHaveLength(1);
  });

  it('closes the local session even when Pro Santé Connect is down', async () => {
    const { login, state, act, armory } = await bench();
    await login();
    armory.arm([await fault('psc/logout-503')]);
    await act('psc.deconnecter', { session: 'a' });
    expect(await state()).toMatchObject({ connecte: false });
    expect(await act('psc.utiliser-jeton', { session: 'a' })).toMatchObject({ issue: 'refusee' });
  });

  it.each(['logout-state-missing', 'logout-state-swap'])('shows the end page after psc/%s', async (name) => {
    const { login, act, armory } = await bench();
    await login();
    armory.arm([await fault(`psc/${name}`)]);
    expect(await act('psc.deconnecter', { session: 'a' })).toMatchObject({ issue: 'reussie' });
  });

  it('refreshes a token that expired over there, once', async () => {
    const { login, act, psc, memory } = await bench();
    await login();
    await psc.operate('expirer-jetons', {});
    expect(await act('psc.utiliser-jeton', { session: 'a' })).toEqual({ issue: 'reussie' });
    expect(memory.kinds().filter((kind) => kind === 'psc/refresh-request')).toHaveLength(1);
  });

  it('goes through Pro Santé Connect again when the refresh is refused, without loop', async () => {
    const { login, act, psc, armory, memory } = await bench();
    await login();
    await psc.operate('expirer-jetons', {});
    armory.arm([await fault('psc/refresh-invalid-grant')]);
    await act('psc.utiliser-jeton', { session: 'a' });
    expect(memory.kinds().filter((kind) => kind === 'psc/refresh-request')).toHaveLength(1);
    expect(memory.kinds().filter((kind) => kind === 'psc/authorization-request')).toHaveLength(2);
  });

  it.each(['refresh-wrong-sub', 'refresh-wrong-iss'])('ends the session on psc/%s', async (name) => {
    const { login, state, act, psc, armory, memory } = await bench();
    await login();
    await psc.operate('expirer-jetons', {});
    armory.arm([await fault(`psc/${name}`)]);
    expect(await act('psc.utiliser-jeton', { session: 'a' })).toMatchObject({ issue: 'refusee' });
    expect(memory.kinds()).toContain('fault/delivered');
    expect(await state()).toMatchObject({ connecte: false });
  });
});

describe('the honest demo, CIBA faults', () => {
  it.each([
    ['ciba-access-denied', 3],
    ['ciba-expired-token', 3],
    ['ciba-503', 0],
    ['ciba-invalid-hint', 0],
    ['ciba-invalid-request', 3],
    ['ciba-missing-auth-req-id', 0],
    ['ciba-missing-expires-in', 0],
    ['ciba-unknown-user', 0],
    ['ciba-unknown-user-id', 0],
    ['id-token-wrong-aud', 3],
    ['id-token-bad-sig', 3],
    ['id-token-wrong-acr', 3],
  ])('stops on psc/%s', async (name, polls) => {
    const { act, state, psc, armory, memory } = await bench();
    psc.prepare({ identifiantNational: role('medecin'), ciba: { interval: 0.1 } });
    armory.arm([await fault(`psc/${name}`)]);
    const login = await act('psc.connecter', {
      mode: 'ciba',
      session: 'a',
      identifiantNational: role('medecin'),
      canal: 'CARD',
    });
    expect(login['issue']).toMatch(/refusee|erreur/);
    expect(login['message']).not.toContain(role('medecin'));
    expect(memory.kinds()).toContain('fault/delivered');
    expect(memory.kinds().filter((kind) => kind === 'psc/ciba-poll').length).toBeLessThanOrEqual(polls);
    expect(await state()).toMatchObject({ connecte: false });
  });

  it('lets the user give up a login that is pending', async () => {
    const { act, psc, memory } = await bench();
    psc.prepare({ identifiantNational: role('medecin'), ciba: { issue: 'jamais', interval: 0.1 } });
    const input = { mode: 'ciba', session: 'a', identifiantNational: role('medecin') };
    const pending = act('psc.connecter', input);
    while (!memory.kinds().includes('psc/ciba-poll')) await new Promise((resolve) => setTimeout(resolve, 20));
    await act('psc.annuler', { session: 'a' });
    expect(await pending).toMatchObject({ issue: 'refusee' });
  });
});

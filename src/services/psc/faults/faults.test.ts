import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../domain/fault.ts';
import type { JsonObject } from '../../../domain/json.ts';
import { loadPscFaults } from '../../../../tests/builders/psc-bench.ts';
import type { IdTokenArtefact, JsonReplyArtefact, RedirectArtefact } from '../preuves/artefacts.ts';
import { service } from '../service.ts';

const faults = await loadPscFaults();
const issuer = 'https://auth.psc.example/auth/realms/esante-wallet';
const now = 1_800_000_000;

const idToken: IdTokenArtefact = {
  header: { alg: 'RS256', typ: 'JWT', kid: 'k1' },
  claims: {
    iss: issuer,
    aud: 'lps',
    azp: 'lps',
    sub: 's',
    nonce: 'n',
    acr: 'eidas1',
    at_hash: 'h',
    iat: now,
    exp: now + 120,
  },
  sign: 'active',
};
const foreignSub = 'f:550dc1c8-d97b-4b1e-ac8c-8eb4471cf9dd:899700099999';

/** Expected deviating ID token: members replaced, or removed when undefined. */
type IdTokenChange = {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly sign?: string;
};
const elsewhere = 'https://auth.autre-fournisseur.example/auth/realms/esante-wallet';
const idTokenFaults: Readonly<Record<string, IdTokenChange>> = {
  'id-token-bad-sig': { sign: 'foreign' },
  'id-token-alg-none': { sign: 'none', header: { alg: 'none', kid: undefined } },
  'id-token-hs256': { sign: 'client-secret', header: { alg: 'HS256', kid: undefined } },
  'id-token-ps256': { header: { alg: 'PS256' } },
  'id-token-wrong-nonce': { claims: { nonce: 'nonce-que-personne-n-a-envoye' } },
  'id-token-missing-nonce': { claims: { nonce: undefined } },
  'id-token-wrong-iss': { claims: { iss: elsewhere } },
  'id-token-missing-iss': { claims: { iss: undefined } },
  'id-token-wrong-aud': { claims: { aud: 'un-autre-client' } },
  'id-token-missing-aud': { claims: { aud: undefined } },
  'id-token-aud-array': { claims: { aud: ['lps'] } },
  'id-token-secondary-aud': { claims: { aud: ['lps', 'un-autre-client'] } },
  'id-token-azp-mismatch': { claims: { aud: ['lps', 'un-autre-client'], azp: 'un-autre-client' } },
  'id-token-expired': { claims: { iat: now - 7200, exp: now - 7080 } },
  'id-token-exp-10min': { claims: { iat: now - 720, exp: now - 600 } },
  'id-token-missing-exp': { claims: { exp: undefined } },
  'id-token-missing-iat': { claims: { iat: undefined } },
  'id-token-missing-sub': { claims: { sub: undefined } },
  'id-token-iat-future': { claims: { iat: now + 3600, exp: now + 3720 } },
  'id-token-iat-week-past': { claims: { iat: now - 8 * 86_400 } },
  'id-token-wrong-acr': { claims: { acr: 'eidas0' } },
  'id-token-missing-acr': { claims: { acr: undefined } },
  'id-token-bad-at-hash': { claims: { at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' } },
  'id-token-kid-unknown': { header: { kid: 'kid-publie-nulle-part' } },
  'id-token-kid-absent': { header: { kid: undefined } },
  'id-token-rotated': { sign: 'rotated' },
  'refresh-wrong-iss': { claims: { iss: elsewhere } },
  'refresh-wrong-sub': { claims: { sub: foreignSub } },
};

const body: JsonObject = {
  issuer,
  id_token: 'i',
  scope: 'openid',
  expires_in: 120,
  auth_req_id: 'a',
  interval: 1,
  sub: 's',
  SubjectNameID: '1',
};
const autre: JsonObject = { sub: 'autre', SubjectNameID: '2' };
const pending: JsonReplyArtefact = { status: 400, body: { error: 'authorization_pending' } };
const without = (...names: readonly string[]): JsonReplyArtefact => ({
  status: 200,
  body: Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name))),
});
const withMember = (member: JsonObject): JsonReplyArtefact => ({ status: 200, body: { ...body, ...member } });
const error = (status: number, code: string, description?: string): JsonReplyArtefact => ({
  status,
  body: { error: code, ...(description === undefined ? {} : { error_description: description }) },
});
const down = error(503, 'temporarily_unavailable');

const replyFaults: Readonly<Record<string, JsonReplyArtefact>> = {
  'discovery-wrong-issuer': withMember({ issuer: elsewhere }),
  'discovery-503': down,
  'jwks-503': down,
  'token-503': down,
  'token-no-id-token': without('id_token'),
  'token-no-scope': without('scope', 'expires_in'),
  'userinfo-wrong-sub': withMember({ sub: foreignSub }),
  'userinfo-missing-sub': without('sub'),
  'userinfo-identity-swap': { status: 200, body: { SubjectNameID: '2', sub: 's' } },
  'userinfo-503': down,
  'refresh-invalid-grant': error(400, 'invalid_grant', 'Token is not active'),
  'refresh-503': down,
  'ciba-missing-auth-req-id': without('auth_req_id'),
  'ciba-missing-expires-in': without('expires_in'),
  'ciba-missing-interval': without('interval'),
  'ciba-interval-31': withMember({ interval: 31 }),
  'ciba-unknown-user': error(400, 'invalid_request', 'invalid_user'),
  'ciba-unknown-user-id': error(400, 'unknown_user_id'),
  'ciba-expired-hint': error(400, 'expired_login_hint_token'),
  'ciba-invalid-hint': error(400, 'invalid_request', 'invalid login_hint'),
  'ciba-503': error(503, 'server_error', 'Failed to send authentication request'),
  'ciba-access-denied': error(400, 'access_denied'),
  'ciba-expired-token': error(400, 'expired_token'),
  'ciba-invalid-request': error(400, 'invalid_request'),
  'logout-503': down,
  'token-exchange-503': down,
  'token-exchange-denied': error(400, 'invalid_target'),
  'api-503': down,
};

const redirect: RedirectArtefact = {
  parameters: [
    ['state', 'e'],
    ['session_state', 's'],
    ['iss', issuer],
    ['code', 'c'],
  ],
};
const redirectFaults: Readonly<Record<string, RedirectArtefact['parameters']>> = {
  'callback-state-swap': [
    ['state', 'etat-que-personne-n-a-envoye'],
    ['session_state', 's'],
    ['iss', issuer],
    ['code', 'c'],
  ],
  'callback-state-missing': redirect.parameters.slice(1),
  'callback-wrong-iss': [
    ['state', 'e'],
    ['session_state', 's'],
    ['iss', elsewhere],
    ['code', 'c'],
  ],
  'callback-missing-iss': redirect.parameters.filter(([name]) => name !== 'iss'),
  'callback-access-denied': [
    ['error', 'access_denied'],
    ['state', 'e'],
    ['iss', issuer],
  ],
  'logout-state-swap': [['state', 'etat-que-personne-n-a-envoye']],
  'logout-state-missing': [],
};

function applied<A>(name: string, artefact: A, context: object): A {
  const fault = faults.get(name) as Fault<A> | undefined;
  if (fault === undefined) throw new Error(`no fault ${name}`);
  return fault.apply(artefact, { ...context, options: {} });
}

function changed(base: JsonObject, change: Readonly<Record<string, unknown>> = {}): object {
  const merged = Object.entries({ ...base, ...change });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

describe('deviations', () => {
  it.each(Object.entries(idTokenFaults))('%s changes the ID token in that way only', (name, change) => {
    const before = structuredClone(idToken);
    const deviated = applied(name, idToken, { issuer, clientId: 'lps', now });
    expect(deviated).toEqual({
      header: changed(idToken.header, change.header),
      claims: changed(idToken.claims, change.claims),
      sign: change.sign ?? 'active',
    });
    expect(deviated).not.toEqual(idToken);
    expect(idToken).toEqual(before);
  });

  it.each(Object.entries(replyFaults))('%s answers exactly that', (name, expected) => {
    const reply = { status: 200, body };
    expect(applied(name, reply, { autre, poll: 3, pending })).toEqual(expected);
    expect(expected).not.toEqual(reply);
  });

  it.each(Object.entries(redirectFaults))('%s redirects exactly so', (name, parameters) => {
    expect(applied(name, redirect, { issuer })).toEqual({ parameters });
  });

  it('deviates polls at their turn only', () => {
    const reply: JsonReplyArtefact = { status: 200, body: {} };
    const polls = (name: string): readonly unknown[] =>
      [1, 2, 3].map((poll) => applied(name, reply, { poll, pending }));
    expect(polls('ciba-slow-down')).toEqual([reply, error(400, 'slow_down'), reply]);
    expect(polls('ciba-access-denied')).toEqual([pending, pending, error(400, 'access_denied')]);
    expect(polls('ciba-expired-token')).toEqual([pending, pending, error(400, 'expired_token')]);
  });

  it('covers every file, each with a declared target, both titles and a clause', () => {
    const covered = [idTokenFaults, replyFaults, redirectFaults].flatMap(Object.keys);
    expect([...covered, 'ciba-slow-down'].sort()).toEqual([...faults.keys()].sort());
    for (const [name, fault] of faults) {
      expect(Object.keys(service.targets), name).toContain(fault.target);
      expect(fault.title.fr, name).not.toBe('');
      expect(fault.title.en, name).not.toBe('');
      expect(fault.clauses.length, name).toBeGreaterThan(0);
    }
  });

  it('calls legitimate what a conforming software accepts', () => {
    const legitimate = [...faults].filter(([, fault]) => fault.legitimate === true).map(([name]) => name);
    expect(legitimate.sort()).toEqual([
      'ciba-interval-31',
      'ciba-missing-interval',
      'ciba-slow-down',
      'id-token-aud-array',
      'id-token-kid-absent',
      'id-token-rotated',
      'token-no-scope',
    ]);
  });
});

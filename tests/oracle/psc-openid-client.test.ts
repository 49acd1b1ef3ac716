import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPscBench, type PscBench } from '../builders/psc-bench.ts';
import { discoverPsc, fetchVia, logIn } from '../builders/psc-relying-party.ts';

/**
 * What openid-client 6.8.9 does with each deviation of the common list: `d` by default, `s` with
 * `enableNonRepudiationChecks`. The column is the library's behaviour, not a requirement of PSC.
 */
const matrix: readonly (readonly [fault: string, byDefault: string, strict: string])[] = [
  ['id-token-bad-sig', 'accept', 'reject'],
  ['id-token-kid-unknown', 'accept', 'reject'],
  ['id-token-iat-future', 'accept', 'accept'],
  ['id-token-wrong-acr', 'accept', 'accept'],
  ['id-token-missing-acr', 'accept', 'accept'],
  ['id-token-bad-at-hash', 'accept', 'accept'],
  ['userinfo-identity-swap', 'accept', 'accept'],
  ['id-token-alg-none', 'reject', 'reject'],
  ['id-token-hs256', 'reject', 'reject'],
  ['id-token-wrong-nonce', 'reject', 'reject'],
  ['id-token-missing-nonce', 'reject', 'reject'],
  ['id-token-wrong-iss', 'reject', 'reject'],
  ['id-token-wrong-aud', 'reject', 'reject'],
  ['id-token-missing-aud', 'reject', 'reject'],
  ['id-token-expired', 'reject', 'reject'],
  ['id-token-missing-exp', 'reject', 'reject'],
  ['id-token-missing-iat', 'reject', 'reject'],
  ['id-token-missing-sub', 'reject', 'reject'],
  ['id-token-azp-mismatch', 'reject', 'reject'],
  ['token-no-id-token', 'reject', 'reject'],
  ['userinfo-wrong-sub', 'reject', 'reject'],
  ['userinfo-missing-sub', 'reject', 'reject'],
  ['callback-state-swap', 'reject', 'reject'],
  ['callback-state-missing', 'reject', 'reject'],
  ['callback-wrong-iss', 'reject', 'reject'],
  ['callback-access-denied', 'reject', 'reject'],
  ['discovery-wrong-issuer', 'reject', 'reject'],
  ['discovery-503', 'reject', 'reject'],
];

describe('Pro Santé Connect simulated, in front of openid-client', () => {
  let bench: PscBench;
  beforeAll(async () => {
    bench = await startPscBench({ redirectUris: ['https://lps.example/callback'] });
  });
  afterAll(async () => {
    await bench.close();
  });

  const outcome = async (strict: boolean): Promise<string> => {
    try {
      await logIn(await discoverPsc(bench, { strict }));
      return 'accept';
    } catch {
      return 'reject';
    }
  };

  it.each([false, true])('logs a professional in (strict %s), tokens verified by jose', async (strict) => {
    bench.arm();
    const party = await discoverPsc(bench, { strict });
    const { tokens, userinfo } = await logIn(party);
    const jwks = createRemoteJWKSet(new URL(bench.running.endpoints['jwks_uri'] ?? ''), {
      [customFetch]: fetchVia(bench, party.agent),
    });
    for (const token of [tokens.id_token, tokens.access_token]) {
      const { payload } = await jwtVerify(token ?? '', jwks, {
        issuer: bench.running.endpoints['issuer'] ?? '',
        algorithms: ['RS256'],
      });
      expect(payload['SubjectNameID']).toBe(bench.deck.professionnels[0]?.identifiantNational);
      expect(payload['acr']).toBe('eidas1');
    }
    expect(userinfo['SubjectNameID']).toBe(bench.deck.professionnels[0]?.identifiantNational);
    expect(bench.delivered()).toEqual([]);
  });

  it('counts 28 deviations, 7 accepted by default and 5 in strict mode', () => {
    expect(matrix).toHaveLength(28);
    expect(matrix.filter(([, byDefault]) => byDefault === 'accept')).toHaveLength(7);
    expect(matrix.filter(([, , strict]) => strict === 'accept')).toHaveLength(5);
  });

  it.each(matrix)('%s: %s by default, %s in strict mode, attested', async (fault, byDefault, strict) => {
    for (const [mode, expected] of [
      [false, byDefault],
      [true, strict],
    ] as const) {
      const before = bench.delivered().length;
      bench.arm(fault);
      expect(await outcome(mode), `strict ${mode}`).toBe(expected);
      const attested = bench.delivered().slice(before);
      expect(attested.length, 'delivered').toBeGreaterThan(0);
      expect(new Set(attested.map((view) => view.fault))).toEqual(new Set([`psc/${fault}`]));
      for (const { carrier } of attested) {
        expect(bench.preuves.find((preuve) => preuve.id === carrier)).toBeDefined();
      }
    }
    bench.arm();
    expect(await outcome(true), 'the faithful login still works').toBe('accept');
  });

  it.each([false, true])('accepts a rotation (strict %s), attested', async (strict) => {
    const party = await discoverPsc(bench, { strict });
    bench.arm('id-token-rotated');
    const before = { keys: bench.views('psc/jwks-request').length, attested: bench.delivered().length };
    await logIn(party);
    bench.arm();
    expect(bench.delivered().slice(before.attested)).toMatchObject([{ fault: 'psc/id-token-rotated' }]);
    // Only who verifies signatures needs the keys: the login proves that the new one was published in time.
    expect(bench.views('psc/jwks-request').length - before.keys).toBe(strict ? 1 : 0);
  });

  it('shows that the algorithms PSC advertises let HS256 through a library told nothing else', async () => {
    bench.arm('id-token-hs256');
    const party = await discoverPsc(bench, { idTokenAlg: 'advertised' });
    await expect(logIn(party)).resolves.toBeDefined();
    const strict = await discoverPsc(bench, { idTokenAlg: 'advertised', strict: true });
    await expect(logIn(strict)).rejects.toThrow();
    bench.arm();
  });

  it('refreshes, introspects, revokes and logs out', async () => {
    bench.arm();
    const party = await discoverPsc(bench, { strict: true });
    const { tokens } = await logIn(party);
    const again = await oidc.refreshTokenGrant(party.config, tokens.refresh_token ?? '');
    expect(again.claims()?.sub).toBe(tokens.claims()?.sub);
    const told = await oidc.tokenIntrospection(party.config, again.access_token);
    expect(told).toMatchObject({ active: true, client_id: 'lps-a-tester', acr: 'eidas1' });
    expect(told['SubjectNameID']).toBe(bench.deck.professionnels[0]?.identifiantNational);
    await oidc.tokenRevocation(party.config, again.refresh_token ?? '');
    expect(await oidc.tokenIntrospection(party.config, again.access_token)).toEqual({ active: false });
    await expect(oidc.refreshTokenGrant(party.config, again.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  it.each(['refresh-wrong-iss', 'refresh-wrong-sub', 'refresh-invalid-grant', 'refresh-503'])(
    '%s is delivered on a refresh and nowhere else',
    async (fault) => {
      bench.arm(fault);
      const party = await discoverPsc(bench, { strict: true });
      const { tokens } = await logIn(party);
      const before = bench.delivered().length;
      const refreshed = oidc.refreshTokenGrant(party.config, tokens.refresh_token ?? '');
      // The library compares iss with the discovery document, not sub with the former token: that is the software's.
      if (fault === 'refresh-wrong-sub') {
        expect((await refreshed).claims()?.sub).not.toBe(tokens.claims()?.sub);
      } else {
        await expect(refreshed).rejects.toThrow();
      }
      expect(bench.delivered().slice(before)).toMatchObject([{ fault: `psc/${fault}` }]);
      bench.arm();
    },
  );
});

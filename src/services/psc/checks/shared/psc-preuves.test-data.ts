import { describe, expect, it } from 'vitest';
import type { Check, CheckInput, CheckResult } from '../../../../domain/check.ts';
import type { Deck, Professionnel } from '../../../../domain/deck.ts';
import type { Json, JsonObject } from '../../../../domain/json.ts';
import type { BlobRef, Preuve, TlsFacts } from '../../../../domain/preuve.ts';

type Pairs = readonly (readonly [string, string])[];

/** One preuve of a case; ids are given in order by `provesPsc`. */
export type Draft = Omit<Preuve, 'id' | 'raw' | 'at'> & {
  readonly at?: number;
  readonly file?: string;
  /** Bytes of the response. */
  readonly body?: string;
};

export interface PscCase {
  readonly name: string;
  readonly preuves: readonly Draft[];
  readonly options?: JsonObject;
  readonly psc?: JsonObject;
  readonly endpoints?: Readonly<Record<string, string>>;
  /** Other codes that come with the one proven. */
  readonly also?: readonly string[];
}

export const issuer = 'https://127.0.0.1:8443/auth/realms/esante-wallet';
const medecin: Professionnel = {
  role: 'medecin',
  identifiantNational: '899700000001',
  rpps: '99700000001',
  nom: 'TESTEUR',
  prenom: 'CAMILLE',
  civilite: 'MME',
  codeProfession: '10',
  codeSavoirFaire: 'SM54',
  activites: [],
  subUuid: '00000000-0000-4000-a000-000000000001',
};
const deck: Deck = { seed: 'test', professionnels: [medecin], patients: [], structures: [] };

/** The parameters of a conforming authorization request. */
export const goodRequest: Readonly<Record<string, string>> = {
  response_type: 'code',
  client_id: 'lps-a-tester',
  redirect_uri: 'https://lps.example/retour',
  scope: 'openid scope_all',
  acr_values: 'eidas1',
  state: 'a3f1c9e07b5d2846a3f1c9e07b5d2846',
  nonce: '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0',
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
};

/** Pairs of an object; a member set to undefined is left out. */
export function pairs(values: Readonly<Record<string, string | undefined>>): Pairs {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
}

const http = (path: string): object => ({
  method: 'GET',
  origin: 'https://127.0.0.1:8443',
  path,
  query: [],
  headers: [],
  status: 200,
  responseHeaders: [],
  anomalies: [],
  faults: [],
});

/** An authorization request, the conforming one but for `changes`. */
export function authorization(
  changes: Readonly<Record<string, string | undefined>> = {},
  view: object = {},
): Draft {
  return {
    kind: 'psc/authorization-request',
    view: {
      ...http('/auth'),
      origin: 'https://127.0.0.1:8444',
      login: 'login-1',
      query: pairs({ ...goodRequest, ...changes }),
      ...view,
    },
  };
}

/** The redirect of a login to the software. */
export function response(view: object = {}): Draft {
  return {
    kind: 'psc/authorization-response',
    view: {
      login: 'login-1',
      location: 'https://lps.example/retour?code=le-code-de-la-connexion',
      redirectUri: 'https://lps.example/retour',
      state: 'etat',
      code: 'le-code-de-la-connexion',
      iss: issuer,
      faults: [],
      ...view,
    },
  };
}

/** A token request by code, conforming but for `view`. */
export function token(view: object = {}, more: Partial<Draft> = {}): Draft {
  return {
    kind: 'psc/token-request',
    view: {
      ...http('/auth/realms/esante-wallet/protocol/openid-connect/token'),
      method: 'POST',
      login: 'login-1',
      clientId: 'lps-a-tester',
      authMethods: ['client_secret_basic'],
      replayed: false,
      redirectUriMatches: true,
      form: pairs({ grant_type: 'authorization_code', code: 'le-code-de-la-connexion' }),
      issued: { accessToken: 'acces-1' },
      ...view,
    },
    tls: { version: 'TLSv1.3', cipher: 'TLS_AES_128_GCM_SHA256' },
    ...more,
  };
}

/** Any other exchange of the realm. */
export function exchange(kind: string, view: object = {}, more: Partial<Draft> = {}): Draft {
  return { kind: `psc/${kind}`, view: { ...http('/'), login: 'login-1', ...view }, ...more };
}

/** TLS facts with a client certificate of the right shape, but for `changes`. */
export function certified(changes: object = {}): TlsFacts {
  return {
    version: 'TLSv1.3',
    cipher: 'TLS_AES_128_GCM_SHA256',
    clientCertificate: {
      subject: 'CN=lps-a-tester,OU=10B0000001,O=STRUCTURE FICTIVE',
      issuer: 'CN=Autorite de test',
      serialNumber: '01',
      sha256: 'c0ffee',
      notBefore: '2026-01-01T00:00:00.000Z',
      notAfter: '2027-01-01T00:00:00.000Z',
      extendedKeyUsage: ['1.3.6.1.5.5.7.3.2'],
      trusted: true,
      ...changes,
    },
  };
}

/** The session probe. */
export function probe(output: Json, view: object = {}): Draft {
  return { kind: 'pilote/probe', view: pilote('psc.etat-session', output, view) };
}

/** An action and its answer. */
export function action(name: string, output: Json = {}, view: object = {}, more: Partial<Draft> = {}): Draft {
  return { kind: 'pilote/action', view: pilote(name, output, view), ...more };
}

function pilote(name: string, output: Json, view: object): object {
  return { action: name, input: {}, answer: 'done', output, took: 1, ...view };
}

/** Runs a check over the preuves of a case. */
export function judgePsc(check: Check, one: Omit<PscCase, 'name'>): CheckResult {
  const blobs = new Map<string, Uint8Array>();
  const preuves = one.preuves.map(({ file, body, ...draft }, index): Preuve => {
    const key = `blob-${String(index)}`;
    if (file !== undefined) blobs.set(key, Buffer.from(file));
    return {
      at: index,
      ...draft,
      id: `p-${String(index + 1).padStart(6, '0')}`,
      raw: {
        ...(file === undefined ? {} : { file: { sha256: key, size: file.length } }),
        ...(body === undefined ? {} : { response: { sha256: key, size: body.length } }),
      },
    };
  });
  const input: CheckInput = {
    preuves,
    control: [],
    options: one.options ?? {},
    facts: {
      deck,
      services: { psc: one.psc ?? {} },
      endpoints: one.endpoints ?? {
        'psc.issuer': issuer,
        'psc.authorization_endpoint': 'https://127.0.0.1:8444/auth',
      },
      solution: {},
      candidature: {},
    },
    bytes: (ref: BlobRef): Uint8Array => blobs.get(ref.sha256) ?? new Uint8Array(),
  };
  return check.judge(input);
}

/**
 * Proves a check both ways: each ok case examines something and finds nothing, each ko case gives its code and no
 * other but those it names, no code is left without a case, and what shows nothing is never counted as seen.
 */
export function provesPsc(
  check: Check,
  cases: {
    readonly ok: readonly PscCase[];
    readonly ko: Readonly<Record<string, readonly PscCase[]>>;
    readonly unseen?: readonly PscCase[];
  },
): void {
  describe('check', () => {
    it('has a ko case for every finding code, texts in both languages and an assertion', () => {
      expect(Object.keys(cases.ko).sort()).toEqual(Object.keys(check.findings).sort());
      expect(check.assertions.length).toBeGreaterThan(0);
      for (const { says, fix } of Object.values(check.findings)) {
        for (const text of [says.fr, says.en, fix.fr, fix.en]) expect(text).not.toBe('');
      }
    });
    it.each(cases.ok)('ok: $name', (one) => {
      const result = judgePsc(check, one);
      expect(result.findings).toEqual([]);
      expect(result.examined).toBeGreaterThan(0);
    });
    it.each(Object.entries(cases.ko).flatMap(([code, list]) => list.map((one) => ({ ...one, code }))))(
      'ko $code: $name',
      (one) => {
        const result = judgePsc(check, one);
        const codes = new Set(result.findings.map((finding) => finding.code));
        expect([...codes].sort()).toEqual([one.code, ...(one.also ?? [])].sort());
        expect(result.examined).toBeGreaterThan(0);
        for (const finding of result.findings) expect(finding.where?.preuve).toMatch(/^p-/);
      },
    );
    it.each(cases.unseen ?? [])('unseen: $name', (one) => {
      expect(judgePsc(check, one)).toMatchObject({ examined: 0, findings: [] });
    });
    it('counts nothing where there is nothing', () => {
      expect(judgePsc(check, { preuves: [] }).examined).toBe(0);
    });
  });
}

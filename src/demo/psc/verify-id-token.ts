import { createHmac } from 'node:crypto';
import {
  compactVerify,
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JSONWebKeySet,
} from 'jose';
import type { HandMadeClient, Verification } from '../conduct.ts';
import { Refusal } from '../refusal.ts';
import type { Claims } from './token-set.ts';

export interface IdTokenExpectations {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** Absent when none was sent. */
  readonly nonce?: string;
  readonly client: HandMadeClient;
  /** Fetches the keys; `again` when a key was not among those known. */
  readonly keys: (again: boolean) => Promise<JSONWebKeySet>;
}

const leewaySeconds = 30;

/**
 * Verifies an ID token by hand, every rule of OpenID Connect Core 1.0, 3.1.3.7 that is not skipped. It exists for the
 * défauts only: the honest product leaves this to its library.
 */
export async function verifyIdToken(jwt: string, expected: IdTokenExpectations): Promise<Claims> {
  const skipped = (verification: Verification): boolean =>
    expected.client.skip?.includes(verification) === true;
  const { alg } = decodeProtectedHeader(jwt);
  if (alg === 'RS256' || !skipped('alg')) {
    if (alg !== 'RS256') throw doubt('alg');
    if (!skipped('signature')) await verifySignature(jwt, expected);
  } else if (alg === 'HS256') verifySecret(jwt, expected.clientSecret ?? '');
  const claims = decodeJwt(jwt);
  const now = Date.now() / 1000;
  if (!skipped('iss') && !issuerAccepted(claims.iss, expected)) throw doubt('iss');
  verifyAudience(claims, expected, skipped);
  if (!skipped('exp') && !(typeof claims.exp === 'number' && claims.exp > now - leewaySeconds))
    throw doubt('exp');
  if (!skipped('iat-present') && typeof claims.iat !== 'number') throw doubt('iat');
  if (!skipped('sub-present') && typeof claims.sub !== 'string') throw doubt('sub');
  if (expected.nonce !== undefined && !skipped('nonce') && claims['nonce'] !== expected.nonce)
    throw doubt('nonce');
  return claims;
}

function verifyAudience(
  claims: Readonly<Record<string, unknown>>,
  expected: IdTokenExpectations,
  skipped: (verification: Verification) => boolean,
): void {
  const { aud, azp } = claims;
  if (aud === undefined) {
    if (!skipped('aud-present')) throw doubt('aud');
    return;
  }
  const list: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (Array.isArray(aud) && expected.client.audience === 'chaine-seulement') throw doubt('aud');
  if (!skipped('aud') && !list.includes(expected.clientId)) throw doubt('aud');
  if (skipped('azp')) return;
  if (list.length > 1 && azp === undefined) throw doubt('azp');
  if (azp !== undefined && azp !== expected.clientId) throw doubt('azp');
  if (list.some((one) => one !== expected.clientId)) throw doubt('aud');
}

function issuerAccepted(issuer: string | undefined, expected: IdTokenExpectations): boolean {
  if (issuer === expected.issuer) return true;
  return expected.client.issuer === 'prefixe' && issuer?.startsWith('https://auth.') === true;
}

async function verifySignature(jwt: string, expected: IdTokenExpectations): Promise<void> {
  const attempt = async (again: boolean): Promise<void> => {
    await compactVerify(jwt, createLocalJWKSet(await expected.keys(again)), { algorithms: ['RS256'] });
  };
  try {
    await attempt(false);
  } catch (error) {
    if (!(error instanceof errors.JWKSNoMatchingKey) || expected.client.frozenKeys === true)
      throw doubt('signature', error);
    await attempt(true).catch((cause: unknown) => {
      throw doubt('signature', cause);
    });
  }
}

function verifySecret(jwt: string, secret: string): void {
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const expected = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url');
  if (signature !== expected) throw doubt('signature');
}

function doubt(rule: string, cause?: unknown): Refusal {
  return new Refusal(
    'refusee',
    'La réponse de Pro Santé Connect n’a pas pu être vérifiée.',
    cause ?? new Error(rule),
  );
}

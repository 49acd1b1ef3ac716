import type { JSONWebKeySet } from 'jose';
import type { HandMadeClient, Verification } from '../conduct.ts';
import { Refusal } from '../refusal.ts';
import type { Transaction } from '../sessions.ts';
import { members, text } from '../settings.ts';
import type { Provider } from './provider.ts';
import { tokenSet, type Claims, type TokenSet } from './token-set.ts';
import { verifyIdToken } from './verify-id-token.ts';

/** An error answer of the provider, as the cause of a refusal. */
export class HttpRefusal extends Error {}

const frozenKeys = new Map<string, JSONWebKeySet>();

/** Callback and token request without library: see HandMadeClient for what it may forget. */
export async function grantCodeByHand(
  callback: URL,
  transaction: Transaction,
  client: HandMadeClient,
): Promise<TokenSet> {
  const skipped = (verification: Verification): boolean => client.skip?.includes(verification) === true;
  const returned = callback.searchParams;
  if (!skipped('state') && returned.get('state') !== transaction.state) throw refused();
  const { settings, metadata } = transaction.provider;
  const issuerDue = metadata.authorization_response_iss_parameter_supported === true || returned.has('iss');
  if (!skipped('retour-iss') && issuerDue && returned.get('iss') !== settings.issuer) throw refused();
  if (!skipped('retour-erreur') && returned.has('error')) {
    throw new Refusal('refusee', 'La connexion a été refusée ou abandonnée. Vous pouvez réessayer.');
  }
  const verifier = client.verifier?.(transaction.verifier) ?? transaction.verifier;
  const answer = await tokenRequest(transaction.provider, client, {
    grant_type: 'authorization_code',
    code: returned.get('code') ?? '',
    redirect_uri: client.redirectUri?.(transaction.redirectUri) ?? transaction.redirectUri,
    ...(verifier === '' ? {} : { code_verifier: verifier }),
  });
  return verifiedTokens(
    answer,
    transaction.provider,
    client,
    transaction.nonce === '' ? undefined : transaction.nonce,
  );
}

/** Refresh without library; a new ID token is verified like the first, nonce aside. */
export async function refreshByHand(
  provider: Provider,
  previous: TokenSet,
  client: HandMadeClient,
): Promise<TokenSet> {
  const answer = await tokenRequest(provider, client, {
    grant_type: 'refresh_token',
    refresh_token: previous.refreshToken ?? '',
  });
  if (text(answer, 'id_token') === undefined) return tokenSet(answer, previous.claims, previous);
  const skip = client.skip ?? [];
  const verifying: HandMadeClient = skip.includes('refresh-identite')
    ? { ...client, skip: [...skip, 'iss'] }
    : client;
  return verifiedTokens(answer, provider, verifying, undefined);
}

async function verifiedTokens(
  answer: Claims,
  provider: Provider,
  client: HandMadeClient,
  nonce: string | undefined,
): Promise<TokenSet> {
  const { settings } = provider;
  const claims = await verifyIdToken(text(answer, 'id_token') ?? '', {
    issuer: settings.issuer,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    client,
    ...(nonce === undefined ? {} : { nonce }),
    keys: (again) => keys(provider, client, again),
  }).catch((cause: unknown) => {
    throw cause instanceof Refusal ? cause : refused(cause);
  });
  return tokenSet(answer, claims);
}

/** Userinfo without library. */
export async function fetchIdentityByHand(
  provider: Provider,
  tokens: TokenSet,
  client: HandMadeClient,
): Promise<Claims> {
  const { settings, metadata } = provider;
  const url = new URL(metadata.userinfo_endpoint ?? '');
  const headers: Record<string, string> = { accept: 'application/json' };
  if (client.userinfo === 'requete') url.searchParams.set('access_token', tokens.accessToken);
  else headers['authorization'] = `Bearer ${tokens.accessToken}`;
  if (client.userinfo === 'secret-en-tete') {
    headers['client_id'] = settings.clientId;
    headers['client_secret'] = settings.clientSecret ?? '';
  }
  const userinfo = await json(await provider.fetch(url.href, { method: 'GET', headers }));
  const { sub } = tokens.claims;
  // A token without subject was accepted, or refused, before: it tells nothing to compare.
  if (client.skip?.includes('userinfo-sub') !== true && sub !== undefined && userinfo['sub'] !== sub)
    throw refused();
  return userinfo;
}

async function tokenRequest(
  provider: Provider,
  client: HandMadeClient,
  grant: Readonly<Record<string, string>>,
): Promise<Claims> {
  const { settings, metadata } = provider;
  const url = new URL(metadata.token_endpoint ?? '');
  const form = new URLSearchParams(grant);
  const headers: Record<string, string> = { accept: 'application/json' };
  const secret =
    settings.mutualTls && settings.certificate !== undefined ? undefined : (settings.clientSecret ?? '');
  const encoded = [settings.clientId, secret ?? ''].map(encodeURIComponent).join(':');
  const basic = `Basic ${Buffer.from(encoded).toString('base64')}`;
  if (secret === undefined || client.clientAuth === 'formulaire') form.set('client_id', settings.clientId);
  if (secret !== undefined) {
    if (client.clientAuth === 'double' || client.clientAuth === undefined) headers['authorization'] = basic;
    if (client.clientAuth === 'double' || client.clientAuth === 'formulaire') {
      form.set('client_id', settings.clientId);
      form.set('client_secret', secret);
    }
    if (client.clientAuth === 'requete') {
      url.searchParams.set('client_id', settings.clientId);
      url.searchParams.set('client_secret', secret);
    }
    if (client.clientAuth === 'get') headers['authorization'] = basic;
  }
  if (client.clientAuth === 'get') {
    for (const [name, value] of form) url.searchParams.set(name, value);
    return json(await provider.fetch(url.href, { method: 'GET', headers }));
  }
  headers['content-type'] = 'application/x-www-form-urlencoded';
  return json(await provider.fetch(url.href, { method: 'POST', headers, body: form.toString() }));
}

async function keys(provider: Provider, client: HandMadeClient, again: boolean): Promise<JSONWebKeySet> {
  const url = provider.metadata.jwks_uri ?? '';
  const known = frozenKeys.get(url);
  if (client.frozenKeys === true && known !== undefined && !again) return known;
  const fetched = (await json(
    await provider.fetch(url, { method: 'GET', headers: { accept: 'application/json' } }),
  )) as unknown as JSONWebKeySet;
  frozenKeys.set(url, fetched);
  return fetched;
}

async function json(response: Response): Promise<Claims> {
  if (response.status >= 500) {
    throw new Refusal('erreur', 'Pro Santé Connect est indisponible : utilisez un autre moyen.');
  }
  if (!response.ok) throw refused(new HttpRefusal(`HTTP ${String(response.status)}`));
  return members(await response.json().catch(() => undefined));
}

function refused(cause?: unknown): Refusal {
  return new Refusal('refusee', 'La réponse de Pro Santé Connect n’a pas pu être vérifiée.', cause);
}

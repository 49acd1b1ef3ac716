import { createHash } from 'node:crypto';
import * as oidc from 'openid-client';
import type { Conduct } from '../conduct.ts';
import type { Transaction } from '../sessions.ts';
import type { Provider } from './provider.ts';

/** Builds the authorization request of one login and what must be remembered until its return. */
export function startAuthorization(
  provider: Provider,
  redirectUri: string,
  conduct: Conduct,
): { readonly url: URL; readonly transaction: Transaction } {
  const honestNonce = createHash('sha256').update(oidc.randomNonce()).digest('hex');
  const nonce = conduct.nonce?.(honestNonce) ?? honestNonce;
  const honestState = oidc.randomState();
  const state = conduct.state?.(honestState, nonce) ?? honestState;
  const honestVerifier = oidc.randomPKCECodeVerifier();
  const verifier =
    conduct.pkce === 'aucun' ? '' : conduct.pkce === 'court' ? honestVerifier.slice(0, 20) : honestVerifier;
  const parameters = new URLSearchParams({
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid scope_all',
    acr_values: 'eidas1',
    state,
    ...(nonce === '' ? {} : { nonce }),
  });
  if (verifier !== '') {
    const plain = conduct.pkce === 'plain';
    const digest = createHash('sha256').update(verifier).digest('base64url');
    parameters.set('code_challenge', plain ? verifier : digest);
    parameters.set('code_challenge_method', plain ? 'plain' : 'S256');
  }
  conduct.authorization?.(parameters, { state, nonce, clientSecret: provider.settings.clientSecret });
  const built = oidc.buildAuthorizationUrl(provider.configuration, parameters);
  return {
    url: conduct.authorizationUrl?.(built, new URL(provider.settings.issuer)) ?? built,
    transaction: { state, nonce, verifier, provider, redirectUri, startedAt: Date.now() },
  };
}

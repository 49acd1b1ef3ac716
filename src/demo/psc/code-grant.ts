import * as oidc from 'openid-client';
import { Refusal } from '../refusal.ts';
import type { Transaction } from '../sessions.ts';
import { tokenSet, type Claims, type TokenSet } from './token-set.ts';

/** Exchanges the code of a callback with the certified library; throws Refusal on any doubt. */
export async function grantCode(callback: URL, transaction: Transaction): Promise<TokenSet> {
  const { configuration } = transaction.provider;
  try {
    const answer = await oidc.authorizationCodeGrant(configuration, callback, {
      expectedState: transaction.state,
      idTokenExpected: true,
      ...(transaction.nonce === '' ? {} : { expectedNonce: transaction.nonce }),
      ...(transaction.verifier === '' ? {} : { pkceCodeVerifier: transaction.verifier }),
    });
    return tokenSet(answer, answer.claims() ?? {});
  } catch (cause) {
    throw refusalOf(cause);
  }
}

/** Reads userinfo by Bearer header and compares its `sub`. */
export async function fetchIdentity(
  transaction: Pick<Transaction, 'provider'>,
  tokens: TokenSet,
): Promise<Claims> {
  const { sub } = tokens.claims;
  try {
    return await oidc.fetchUserInfo(
      transaction.provider.configuration,
      tokens.accessToken,
      typeof sub === 'string' ? sub : '',
    );
  } catch (cause) {
    throw refusalOf(cause);
  }
}

/** What the user is told of a failure: a refusal by Pro Santé Connect or by us, or a breakdown. */
export function refusalOf(cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  // A bug of the product is no refusal: it belongs on the error page.
  if (cause instanceof ReferenceError) throw cause;
  if (cause instanceof oidc.AuthorizationResponseError) {
    return new Refusal('refusee', 'La connexion a été refusée ou abandonnée. Vous pouvez réessayer.', cause);
  }
  const status = cause instanceof oidc.ResponseBodyError ? cause.status : statusOf(cause);
  if (status !== undefined && status >= 500) {
    return new Refusal('erreur', 'Pro Santé Connect est indisponible : utilisez un autre moyen.', cause);
  }
  return new Refusal('refusee', 'La réponse de Pro Santé Connect n’a pas pu être vérifiée.', cause);
}

function statusOf(error: unknown): number | undefined {
  const response: unknown = error instanceof Error ? error.cause : undefined;
  return response instanceof Response ? response.status : undefined;
}

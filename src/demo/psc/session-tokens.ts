import * as oidc from 'openid-client';
import type { Conduct } from '../conduct.ts';
import type { Journal } from '../journal.ts';
import { Refusal } from '../refusal.ts';
import type { LoggedIn } from '../sessions.ts';
import { refusalOf } from './code-grant.ts';
import { HttpRefusal, refreshByHand } from './hand-made-client.ts';
import { tokenSet, type Claims, type TokenSet } from './token-set.ts';

type PscUser = NonNullable<LoggedIn['psc']>;

const marginMs = 1_000;

/** Thrown when the session must end; `relogin` when both tokens are merely dead and Pro Santé Connect may be asked again. */
export class SessionEnded extends Refusal {
  readonly relogin: boolean;

  constructor(message: string, relogin: boolean, cause?: unknown) {
    super('refusee', message, cause);
    this.relogin = relogin;
  }
}

const dead = 'Votre session Pro Santé Connect est terminée : reconnectez-vous.';

/** A live access token, refreshed shortly before its end; throws SessionEnded when the refresh token is refused. */
export async function freshTokens(user: PscUser, conduct: Conduct, journal: Journal): Promise<TokenSet> {
  return user.tokens.expiresAt - marginMs > Date.now() ? user.tokens : refreshTokens(user, conduct, journal);
}

/** Refreshes once; an ID token that comes with it must tell of the same person. Clause: OpenID Connect Core 1.0, 12.2. */
export async function refreshTokens(user: PscUser, conduct: Conduct, journal: Journal): Promise<TokenSet> {
  if (user.tokens.refreshToken === undefined || conduct.neverRefreshes === true) {
    throw new SessionEnded(dead, true);
  }
  const attempts = conduct.refreshRepeats ?? 1;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const tokens = await refreshed(user, conduct);
      journal.log('psc rafraichissement reussi', { access_token: tokens.accessToken });
      user.tokens = tokens;
      return tokens;
    } catch (cause) {
      journal.log('psc rafraichissement refuse');
      if (attempt >= attempts || refusalOf(cause).issue === 'erreur') throw ended(cause);
    }
  }
}

async function refreshed(user: PscUser, conduct: Conduct): Promise<TokenSet> {
  const { provider, tokens } = user;
  const { handMade } = conduct;
  const fresh =
    handMade === undefined
      ? await refreshByLibrary(provider.configuration, tokens)
      : await refreshByHand(provider, tokens, handMade);
  const same = fresh.claims['sub'] === tokens.claims['sub'] && fresh.claims['iss'] === tokens.claims['iss'];
  if (same || handMade?.skip?.includes('refresh-identite') === true) return fresh;
  throw new SessionEnded('Le jeton rafraîchi désigne une autre personne : session fermée.', false);
}

async function refreshByLibrary(configuration: oidc.Configuration, tokens: TokenSet): Promise<TokenSet> {
  const answer = await oidc.refreshTokenGrant(configuration, tokens.refreshToken ?? '');
  const claims = answer.claims() as Claims | undefined;
  return tokenSet(answer, claims ?? tokens.claims, tokens);
}

function ended(cause: unknown): Refusal {
  const refusal = refusalOf(cause);
  if (refusal.issue === 'erreur' || refusal instanceof SessionEnded) return refusal;
  const source: unknown = refusal === cause ? refusal.cause : cause;
  const answered = source instanceof oidc.ResponseBodyError || source instanceof HttpRefusal;
  if (answered) return new SessionEnded(dead, true, cause);
  return new SessionEnded('Le jeton rafraîchi n’a pas pu être vérifié : session fermée.', false, cause);
}

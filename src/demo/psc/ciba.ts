import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import * as oidc from 'openid-client';
import type { CibaPolling, Conduct } from '../conduct.ts';
import type { Journal } from '../journal.ts';
import { Refusal } from '../refusal.ts';
import { members, text } from '../settings.ts';
import { refusalOf } from './code-grant.ts';
import type { Provider } from './provider.ts';
import { tokenSet, type Claims, type TokenSet } from './token-set.ts';

export interface CibaRequest {
  readonly identifiantNational: string;
  readonly canal: string;
  /** Told before the request leaves, so that the user reads it here and on the other device. */
  readonly show: (bindingMessage: string) => void;
  /** Aborted when the user gives up. */
  readonly signal: AbortSignal;
}

const neutral = 'La connexion n’a pas abouti. Vérifiez votre saisie, ou réessayez.';

/** A decoupled login from request to tokens; throws Refusal when it is refused, expired, cancelled or broken. */
export async function loginByCiba(
  provider: Provider,
  request: CibaRequest,
  conduct: Conduct,
  journal: Journal,
): Promise<TokenSet> {
  const bindingMessage = conduct.bindingMessage ?? String(randomInt(100)).padStart(2, '0');
  request.show(bindingMessage);
  const parameters = new URLSearchParams({
    scope: 'openid scope_all',
    acr_values: 'eidas1',
    login_hint: request.identifiantNational,
    binding_message: bindingMessage,
    channel: request.canal,
  });
  conduct.ciba?.(parameters);
  try {
    const started = await oidc
      .initiateBackchannelAuthentication(provider.configuration, parameters)
      .catch((cause: unknown) => {
        if (conduct.cibaPoll?.pollsWithoutId === true) return { auth_req_id: '', expires_in: 30 };
        throw cause;
      });
    journal.log('psc ciba demande', { auth_req_id: started.auth_req_id });
    if (conduct.cibaPoll !== undefined) return await pollByHand(provider, started, conduct.cibaPoll, request);
    const answer = await oidc.pollBackchannelAuthenticationGrant(
      provider.configuration,
      started,
      undefined,
      conduct.cancelIgnored === true ? {} : { signal: request.signal },
    );
    // The library does not ask for an ID token here: without one, nobody was identified.
    if (answer.id_token === undefined) throw new Refusal('refusee', neutral);
    return tokenSet(answer, answer.claims() ?? {});
  } catch (cause) {
    throw cibaRefusal(cause, request, conduct);
  }
}

function cibaRefusal(cause: unknown, request: CibaRequest, conduct: Conduct): Refusal {
  if (request.signal.aborted) return new Refusal('refusee', 'Connexion abandonnée.', cause);
  const refusal = refusalOf(cause);
  if (refusal.issue === 'erreur') return refusal;
  if (conduct.cibaDetailedErrors === true) {
    const detail = cause instanceof oidc.ResponseBodyError ? (cause.error_description ?? cause.error) : '';
    return new Refusal('refusee', `Utilisateur inconnu : ${request.identifiantNational} (${detail})`, cause);
  }
  return new Refusal('refusee', neutral, cause);
}

/** The careless loop of the défauts. */
async function pollByHand(
  provider: Provider,
  started: { readonly auth_req_id: string; readonly expires_in: number; readonly interval?: number },
  polling: CibaPolling,
  request: CibaRequest,
): Promise<TokenSet> {
  const every = polling.everyMs ?? (started.interval ?? 5) * 1000;
  const end = Date.now() + started.expires_in * 1000;
  let waitMs = every;
  let refusedTimes = 0;
  while (Date.now() < end) {
    await wait(waitMs, undefined, { signal: request.signal });
    const { settings } = provider;
    const response = await provider.fetch(provider.metadata.token_endpoint ?? '', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${encodeURIComponent(settings.clientId)}:${encodeURIComponent(settings.clientSecret ?? '')}`).toString('base64')}`,
      },
      body: new URLSearchParams({
        grant_type: 'urn:openid:params:grant-type:ciba',
        auth_req_id: started.auth_req_id,
      }).toString(),
    });
    const body = members(await response.json().catch(() => undefined));
    if (response.ok) return handTokens(body);
    const error = text(body, 'error');
    if (error === 'slow_down' && polling.ignoresSlowDown !== true) waitMs = every + 5000;
    const pending = error === 'authorization_pending' || error === 'slow_down';
    if (pending) continue;
    refusedTimes += 1;
    if (polling.goesOnAfterRefusal !== true || refusedTimes > 5) break;
    waitMs = Math.min(every, 1000);
  }
  throw new Refusal('refusee', neutral);
}

function handTokens(body: Claims): TokenSet {
  const [, payload = ''] = (text(body, 'id_token') ?? '').split('.');
  return tokenSet(body, members(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))));
}

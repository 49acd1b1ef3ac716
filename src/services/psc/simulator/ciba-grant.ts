import type { WireReply } from '../../../wire/http-exchange.ts';
import type { CibaPollContext, JsonReplyArtefact } from '../preuves/artefacts.ts';
import type { CibaRequest } from './ciba-request-store.ts';
import { deviate } from './deviate.ts';
import { issueTokens } from './issue-tokens.ts';
import { errorOf, jsonReply, oauthError } from './json-reply.ts';
import type { PscWorld } from './psc-world.ts';
import type { TokenRequest } from './token-request.ts';

const kind = 'psc/ciba-poll';
/** A poll sent on time may arrive a little early by the server's clock. */
const jitterMs = 150;
const slowDownSeconds = 5;

/** One poll of a CIBA request: pending, too fast, refused, expired, or tokens. */
export async function answerCibaPoll(world: PscWorld, asked: TokenRequest): Promise<WireReply> {
  const pendingRequest = world.ciba.get(asked.value('auth_req_id') ?? '');
  if (pendingRequest === undefined) {
    const refusal =
      asked.value('auth_req_id') === undefined
        ? oauthError(400, 'invalid_request', 'Missing parameter: auth_req_id')
        : oauthError(400, 'invalid_grant', 'Invalid Auth Req ID');
    return jsonReply(refusal, { kind, view: { ...asked.view, error: refusal.body['error'] } });
  }
  const now = world.context.clock.now();
  const sincePrevious = pendingRequest.lastPoll === undefined ? undefined : now - pendingRequest.lastPoll;
  pendingRequest.polls += 1;
  pendingRequest.lastPoll = now;
  const view = {
    ...asked.view,
    login: pendingRequest.login,
    replayed: pendingRequest.used,
    ciba: {
      request: pendingRequest.login,
      interval: pendingRequest.owedInterval,
      ...(sincePrevious === undefined ? {} : { sincePrevious }),
    },
  };
  const pending: JsonReplyArtefact = oauthError(
    400,
    'authorization_pending',
    'The authorization request is still pending as the end-user hasn’t yet been authenticated.',
  );
  const decided = deviate<JsonReplyArtefact>(
    world,
    'psc/ciba-poll-response',
    decision(pendingRequest, now, pending),
    { poll: pendingRequest.polls, pending } satisfies CibaPollContext,
    [pending],
  );
  const error = decided.artefact.body['error'];
  if (error === 'slow_down') pendingRequest.owedInterval += slowDownSeconds;
  if (decided.artefact.status !== 200) {
    return jsonReply(decided.artefact, {
      kind,
      view: { ...view, ...errorOf(error), faults: decided.faults },
      deviations: decided.carried(),
    });
  }
  return giveTokens(world, pendingRequest, view);
}

async function giveTokens(world: PscWorld, request: CibaRequest, view: object): Promise<WireReply> {
  request.used = true;
  const login = world.openLogin({
    id: request.login,
    clientId: request.clientId,
    professionnel: request.professionnel,
    moyen: request.moyen,
    scope: request.scope,
  });
  const issued = await issueTokens(world, login, { refreshed: false });
  return jsonReply(issued.reply, {
    kind,
    view: { ...view, ...issued.view, ...errorOf(issued.reply.body['error']) },
    deviations: issued.deviations,
  });
}

/** The faithful decision; status 200 without body when tokens may be given. */
function decision(request: CibaRequest, now: number, pending: JsonReplyArtefact): JsonReplyArtefact {
  if (request.used) return oauthError(400, 'invalid_grant', 'Auth Req ID has already been used');
  const expired = request.expiresAt <= now || (request.issue === 'expiration' && request.answersAt <= now);
  if (expired) return oauthError(400, 'expired_token', 'authentication timed out');
  const early =
    request.lastAllowedPoll !== undefined &&
    now - request.lastAllowedPoll < request.interval * 1000 - jitterMs;
  if (early) return oauthError(400, 'slow_down', 'too early to access');
  request.lastAllowedPoll = now;
  if (request.answersAt > now) return pending;
  switch (request.issue) {
    case 'accord':
      return { status: 200, body: {} };
    case 'refus':
      return oauthError(400, 'access_denied', 'not authorized');
    case 'expiration':
    case 'jamais':
      return pending;
  }
}

import type { WireReply } from '../../../wire/http-exchange.ts';
import { issueTokens } from './issue-tokens.ts';
import { errorOf, jsonReply, oauthError } from './json-reply.ts';
import type { PscWorld } from './psc-world.ts';
import type { TokenRequest } from './token-request.ts';

const kind = 'psc/refresh-request';

/** Gives new tokens for a refresh token that is alive. Reuse is recorded, not refused: Keycloak allows it by default. */
export async function answerRefreshGrant(world: PscWorld, asked: TokenRequest): Promise<WireReply> {
  const token = asked.value('refresh_token');
  const known = world.tokens.find(token);
  const state = world.tokens.stateOf(token, ['refresh']);
  const view = {
    ...asked.view,
    replayed: known?.used ?? false,
    ...(known === undefined ? {} : { login: known.login.id }),
  };
  if (known === undefined || state !== 'valid') {
    const refusal =
      state === 'absent'
        ? oauthError(400, 'invalid_request', 'No refresh token')
        : oauthError(
            400,
            'invalid_grant',
            state === 'unknown' ? 'Invalid refresh token' : 'Token is not active',
          );
    return jsonReply(refusal, { kind, view: { ...view, error: refusal.body['error'] } });
  }
  known.used = true;
  const issued = await issueTokens(world, known.login, { refreshed: true });
  return jsonReply(issued.reply, {
    kind,
    view: { ...view, ...issued.view, ...errorOf(issued.reply.body['error']) },
    deviations: issued.deviations,
  });
}

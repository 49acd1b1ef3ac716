import { firstValue, type WireReply, type WireRequest } from '../../../wire/http-exchange.ts';
import { authenticateClient } from './authenticate-client.ts';
import { jsonReply } from './json-reply.ts';
import type { PscWorld } from './psc-world.ts';
import { sha256Hex } from './sha256-hex.ts';

const kind = 'psc/revocation-request';

/** RFC 7009: an unknown token is answered 200 too; revoking a refresh token ends the session. */
export function answerRevocation(world: PscWorld, request: WireRequest): WireReply {
  const client = authenticateClient(request, world.options, world.context.clock.now());
  const token = firstValue(request.form, 'token');
  const known = world.tokens.find(token);
  const view = {
    tokenIn: token === undefined ? [] : ['body'],
    tokenState: world.tokens.stateOf(token, ['access', 'refresh']),
    ...(token === undefined ? {} : { token: sha256Hex(token) }),
    ...(known === undefined ? {} : { login: known.login.id }),
    anomalies: client.anomalies,
    faults: [],
  };
  if (client.refusal !== undefined) return jsonReply(client.refusal, { kind, view });
  if (known !== undefined) {
    known.revoked = true;
    if (known.kind === 'refresh') known.login.ended = true;
  }
  return { status: 200, kind, view };
}

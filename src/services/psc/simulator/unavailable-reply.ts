import type { WireReply, WireRequest } from '../../../wire/http-exchange.ts';
import { authenticateClient } from './authenticate-client.ts';
import { bearerToken } from './bearer-token.ts';
import { jsonReply, oauthError } from './json-reply.ts';
import type { PscWorld } from './psc-world.ts';
import { sha256Hex } from './sha256-hex.ts';

/**
 * 503, recorded with what can be told without doing what was asked: no code is spent, no token given. Every member
 * that the kind's view promises is there, so that a check can read it like any other.
 */
export function unavailableReply(world: PscWorld, kind: string, request: WireRequest): WireReply {
  const common = { anomalies: [], faults: [] };
  const record = (view: object): WireReply =>
    jsonReply(oauthError(503, 'temporarily_unavailable'), { kind, view: { ...common, ...view } });
  switch (kind) {
    case 'psc/token-request':
    case 'psc/ciba-request': {
      const client = authenticateClient(request, world.options, world.context.clock.now());
      return record({
        ...(client.clientId === undefined ? {} : { clientId: client.clientId }),
        authMethods: client.methods,
        replayed: false,
        error: 'temporarily_unavailable',
      });
    }
    case 'psc/userinfo-request': {
      const { token, tokenIn } = bearerToken(request);
      const login = world.tokens.find(token)?.login;
      return record({
        tokenIn,
        tokenState: world.tokens.stateOf(token, ['access']),
        ...(token === undefined ? {} : { token: sha256Hex(token) }),
        ...(login === undefined ? {} : { login: login.id }),
      });
    }
    case 'psc/api-request': {
      const { token } = bearerToken(request);
      return record({ tokenState: world.tokens.stateOf(token, ['api']), binding: 'unbound' });
    }
    case 'psc/introspection-request':
    case 'psc/revocation-request':
      return record({ tokenIn: [], tokenState: 'unknown' });
    case 'psc/end-session-request':
      return record({ idTokenHint: 'unknown' });
    case 'psc/token-exchange-request':
      return record({ subjectTokenState: 'unknown' });
    default:
      return record({});
  }
}

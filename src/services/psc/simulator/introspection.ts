import { decodeJwt } from 'jose';
import type { Json, JsonObject } from '../../../domain/json.ts';
import { firstValue, type WireReply, type WireRequest } from '../../../wire/http-exchange.ts';
import { authenticateClient } from './authenticate-client.ts';
import { jsonReply } from './json-reply.ts';
import type { KnownToken } from './token-registry.ts';
import type { PscWorld } from './psc-world.ts';
import { sha256Hex } from './sha256-hex.ts';

const kind = 'psc/introspection-request';

/** RFC 7662; SubjectNameID is only told of an access token, as PSC. */
export function answerIntrospection(world: PscWorld, request: WireRequest): WireReply {
  const client = authenticateClient(request, world.options, world.context.clock.now());
  const token = firstValue(request.form, 'token');
  const known = world.tokens.find(token);
  const tokenState = world.tokens.stateOf(token, ['access', 'refresh', 'id']);
  const view = {
    tokenIn: token === undefined ? [] : ['body'],
    tokenState,
    ...(token === undefined ? {} : { token: sha256Hex(token) }),
    ...(known === undefined ? {} : { login: known.login.id }),
    anomalies: client.anomalies,
    faults: [],
  };
  if (client.refusal !== undefined) return jsonReply(client.refusal, { kind, view });
  const body =
    known === undefined || token === undefined || tokenState !== 'valid'
      ? { active: false }
      : introspected(token, known);
  return jsonReply({ status: 200, body }, { kind, view });
}

const told = [
  'exp',
  'iat',
  'auth_time',
  'jti',
  'iss',
  'sub',
  'typ',
  'azp',
  'nonce',
  'session_state',
  'preferred_username',
  'email_verified',
  'acr',
  'scope',
];

function introspected(token: string, known: KnownToken): JsonObject {
  const claims = decodeJwt(token) as Readonly<Record<string, Json>>;
  const names = known.kind === 'access' ? [...told, 'SubjectNameID'] : told;
  const { login } = known;
  return {
    ...Object.fromEntries(
      names.flatMap((name) => {
        const value = claims[name];
        return value === undefined ? [] : [[name, value] as const];
      }),
    ),
    client_id: login.clientId,
    username: login.professionnel.identifiantNational,
    active: true,
  };
}

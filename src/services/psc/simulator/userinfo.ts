import type { JsonObject } from '../../../domain/json.ts';
import type { WireReply, WireRequest } from '../../../wire/http-exchange.ts';
import type { JsonReplyArtefact, UserinfoContext } from '../preuves/artefacts.ts';
import { bearerToken } from './bearer-token.ts';
import { deviate } from './deviate.ts';
import { jsonReply, oauthError } from './json-reply.ts';
import type { Login } from './login.ts';
import { userinfoClaims } from './professionnel-claims.ts';
import type { PscWorld } from './psc-world.ts';
import { sha256Hex } from './sha256-hex.ts';

const kind = 'psc/userinfo-request';

/** Userinfo by GET or POST, as JSON or as a signed JWT. */
export async function answerUserinfo(world: PscWorld, request: WireRequest): Promise<WireReply> {
  const { token, tokenIn } = bearerToken(request);
  const tokenState = world.tokens.stateOf(token, ['access']);
  const login = world.tokens.find(token)?.login;
  const view = {
    tokenIn,
    tokenState,
    ...(token === undefined ? {} : { token: sha256Hex(token) }),
    ...(login === undefined ? {} : { login: login.id }),
    anomalies: userinfoAnomalies(request, tokenIn),
    faults: [],
  };
  if (login === undefined || tokenState !== 'valid') return refusal(tokenState, view);
  const deviated = deviate<JsonReplyArtefact>(
    world,
    'psc/userinfo',
    { status: 200, body: claimsOf(world, login) },
    { autre: anotherPerson(world, login) } satisfies UserinfoContext,
  );
  const record = { kind, view: { ...view, faults: deviated.faults }, deviations: deviated.carried() };
  if (world.state.userinfo === 'json' || deviated.artefact.status !== 200) {
    return jsonReply(deviated.artefact, record);
  }
  const signed = await world.keys.sign(
    { alg: 'RS256', typ: 'JWT', kid: world.keys.kid },
    { ...deviated.artefact.body, iss: world.addresses.issuer, aud: login.clientId },
    'active',
    world.options.client.secret,
  );
  return {
    ...record,
    status: 200,
    headers: [
      ['Content-Type', 'application/jwt'],
      ['Cache-Control', 'no-store'],
    ],
    body: signed,
  };
}

function claimsOf(world: PscWorld, login: Login): JsonObject {
  return userinfoClaims(login.professionnel, { moyen: login.moyen, variantes: world.state.variantes });
}

function anotherPerson(world: PscWorld, login: Login): JsonObject {
  const other =
    world.context.deck.professionnels.find(
      ({ identifiantNational }) => identifiantNational !== login.professionnel.identifiantNational,
    ) ?? login.professionnel;
  return userinfoClaims(other, { moyen: login.moyen, variantes: world.state.variantes });
}

function userinfoAnomalies(request: WireRequest, tokenIn: readonly string[]): readonly string[] {
  return [
    ...(tokenIn.length > 1 ? ['token-sent-several-ways'] : []),
    ...(tokenIn.includes('query') ? ['token-in-query'] : []),
    // A government sample sends the client's credentials as headers of their own.
    ...(request.header('client_secret') === undefined ? [] : ['client-secret-header']),
    ...(['GET', 'POST'].includes(request.method) ? [] : ['method-not-get-or-post']),
  ];
}

function refusal(tokenState: string, view: object): WireReply {
  if (tokenState === 'absent') {
    return jsonReply(oauthError(401, 'invalid_request', 'Token not provided'), {
      kind,
      view,
      headers: [['WWW-Authenticate', 'Bearer realm="esante-wallet"']],
    });
  }
  const description = 'Token verification failed';
  return jsonReply(oauthError(401, 'invalid_token', description), {
    kind,
    view,
    headers: [
      [
        'WWW-Authenticate',
        `Bearer realm="esante-wallet", error="invalid_token", error_description="${description}"`,
      ],
    ],
  });
}

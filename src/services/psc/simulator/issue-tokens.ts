import { createHash, createHmac } from 'node:crypto';
import type { JsonObject } from '../../../domain/json.ts';
import type { CarriedDeviation } from '../../../wire/http-exchange.ts';
import type { IdTokenArtefact, IdTokenContext, JsonReplyArtefact } from '../preuves/artefacts.ts';
import { deviate } from './deviate.ts';
import type { Login } from './login.ts';
import { identityClaims, subjectOf } from './professionnel-claims.ts';
import type { PscWorld } from './psc-world.ts';

export interface IssuedTokens {
  readonly reply: JsonReplyArtefact;
  /** Members of TokenRequestView. */
  readonly view: {
    readonly idToken?: { readonly header: JsonObject; readonly claims: JsonObject };
    readonly issued: {
      readonly accessToken?: string;
      readonly refreshToken?: string;
      readonly idToken?: string;
    };
    readonly expiresIn: number;
    readonly faults: readonly string[];
  };
  readonly deviations: readonly CarriedDeviation[];
}

/**
 * Signs and registers the tokens of a login, deviations included, in the shape of Keycloak's answer. With
 * `refreshed`, the faults of refreshes are those applied.
 */
export async function issueTokens(
  world: PscWorld,
  login: Login,
  options: { readonly refreshed: boolean },
): Promise<IssuedTokens> {
  const { acces, rafraichissement } = world.state.jetons;
  const common = commonClaims(world, login, acces);
  const accessToken = await world.keys.sign(
    { alg: 'RS256', typ: 'JWT', kid: world.keys.kid },
    { ...common, typ: 'Bearer', ...identityClaims(login.professionnel), scope: login.scope },
    'active',
    world.options.client.secret,
  );
  const refreshToken = refreshTokenOf(world, login, rafraichissement);
  const idToken = deviate<IdTokenArtefact>(
    world,
    options.refreshed ? 'psc/refreshed-id-token' : 'psc/id-token',
    faithfulIdToken(world, login, common, accessToken),
    {
      issuer: world.addresses.issuer,
      clientId: login.clientId,
      now: world.seconds(),
    } satisfies IdTokenContext,
  );
  const header =
    idToken.artefact.sign === 'rotated'
      ? { ...idToken.artefact.header, kid: await world.keys.rotate() }
      : idToken.artefact.header;
  const { claims, sign } = idToken.artefact;
  const signed = await world.keys.sign(header, claims, sign, world.options.client.secret);

  const reply = deviate<JsonReplyArtefact>(
    world,
    options.refreshed ? 'psc/refresh-response' : 'psc/token-response',
    {
      status: 200,
      body: {
        access_token: accessToken,
        expires_in: acces,
        refresh_expires_in: rafraichissement,
        refresh_token: refreshToken,
        token_type: 'Bearer',
        id_token: signed,
        'not-before-policy': 0,
        session_state: login.sessionState,
        scope: login.scope,
      },
    },
    {},
  );
  const sent = reply.artefact.body;
  const sentIdToken = sent['id_token'] === signed;
  return {
    reply: reply.artefact,
    view: {
      ...(sentIdToken ? { idToken: { header, claims } } : {}),
      issued: {
        ...(sent['access_token'] === accessToken
          ? { accessToken: world.tokens.add(accessToken, 'access', login, acces) }
          : {}),
        ...(sent['refresh_token'] === refreshToken
          ? { refreshToken: world.tokens.add(refreshToken, 'refresh', login, rafraichissement) }
          : {}),
        ...(sentIdToken ? { idToken: world.tokens.add(signed, 'id', login, acces) } : {}),
      },
      expiresIn: acces,
      faults: [...(sentIdToken ? idToken.faults : []), ...reply.faults],
    },
    deviations: [...(sentIdToken ? idToken.carried(Buffer.from(signed)) : []), ...reply.carried()],
  };
}

function commonClaims(world: PscWorld, login: Login, lifetime: number): JsonObject {
  const now = world.seconds();
  return {
    exp: now + lifetime,
    iat: now,
    auth_time: login.authTime,
    jti: world.uuid(),
    iss: world.addresses.issuer,
    sub: subjectOf(login.professionnel, login.moyen),
    azp: login.clientId,
    ...(login.nonce === undefined ? {} : { nonce: login.nonce }),
    session_state: login.sessionState,
    acr: 'eidas1',
    sid: login.sessionState,
  };
}

function faithfulIdToken(
  world: PscWorld,
  login: Login,
  common: JsonObject,
  accessToken: string,
): IdTokenArtefact {
  const digest = createHash('sha256').update(accessToken).digest();
  return {
    header: { alg: 'RS256', typ: 'JWT', kid: world.keys.kid },
    claims: {
      ...common,
      jti: world.uuid(),
      aud: login.clientId,
      typ: 'ID',
      at_hash: digest.subarray(0, 16).toString('base64url'),
      ...identityClaims(login.professionnel),
    },
    sign: 'active',
  };
}

/** Opaque to clients; in Keycloak's shape, a JWT that only the realm can check. */
function refreshTokenOf(world: PscWorld, login: Login, lifetime: number): string {
  const now = world.seconds();
  const part = (value: JsonObject): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = `${part({ alg: 'HS512', typ: 'JWT' })}.${part({
    exp: now + lifetime,
    iat: now,
    jti: world.uuid(),
    iss: world.addresses.issuer,
    aud: world.addresses.issuer,
    sub: subjectOf(login.professionnel, login.moyen),
    typ: 'Refresh',
    azp: login.clientId,
    session_state: login.sessionState,
    scope: login.scope,
    sid: login.sessionState,
  })}`;
  return `${body}.${createHmac('sha512', login.sessionState).update(body).digest('base64url')}`;
}

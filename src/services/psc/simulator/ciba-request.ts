import type { Professionnel } from '../../../domain/deck.ts';
import { firstValue, type WireReply, type WireRequest } from '../../../wire/http-exchange.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';
import { authenticateClient } from './authenticate-client.ts';
import { deviate } from './deviate.ts';
import { errorOf, jsonReply, oauthError } from './json-reply.ts';
import { parameterAnomalies } from './parameter-anomalies.ts';
import type { PscWorld } from './psc-world.ts';

const kind = 'psc/ciba-request';

/** The back-channel authentication endpoint, errors in Keycloak's order; poll mode only, as PSC. */
export function answerCibaRequest(world: PscWorld, request: WireRequest): WireReply {
  const form = request.form ?? [...new URLSearchParams(request.body.toString('utf8'))];
  const value = (name: string): string | undefined => firstValue(form, name);
  const client = authenticateClient({ ...request, form }, world.options, world.context.clock.now());
  const bindingMessage = value('binding_message');
  const view = {
    ...(client.clientId === undefined ? {} : { clientId: client.clientId }),
    authMethods: client.methods,
    ...(bindingMessage === undefined ? {} : { bindingMessage }),
    anomalies: [...client.anomalies, ...cibaAnomalies(request, value), ...parameterAnomalies(form)],
    faults: [],
  };
  const professionnel = world.professionnel(value('login_hint') ?? '');
  const refusal = client.refusal ?? cibaRefusal(world, value, professionnel);
  if (refusal !== undefined || professionnel === undefined) {
    const answer = refusal ?? unknownUser(world);
    return jsonReply(answer, { kind, view: { ...view, ...errorOf(answer.body['error']) } });
  }
  const login = world.nextLoginId();
  const { expiration } = world.state.ciba;
  const authReqId = `${world.uuid()}.${world.uuid()}`;
  const deviated = deviate<JsonReplyArtefact>(
    world,
    'psc/ciba-response',
    {
      status: 200,
      body: { auth_req_id: authReqId, expires_in: expiration, interval: world.state.ciba.interval },
    },
    {},
  );
  if (deviated.artefact.body['error'] === undefined) {
    remember(world, {
      authReqId,
      login,
      professionnel,
      clientId: client.clientId ?? '',
      scope: value('scope') ?? '',
      channel: value('channel'),
      interval: announcedInterval(deviated.artefact.body),
    });
  }
  return jsonReply(deviated.artefact, {
    kind,
    view: { ...view, login, faults: deviated.faults, ...errorOf(deviated.artefact.body['error']) },
    deviations: deviated.carried(),
  });
}

/** CIBA Core section 7.3: five seconds when the acknowledgement does not say. */
function announcedInterval(body: JsonReplyArtefact['body']): number {
  return typeof body['interval'] === 'number' ? body['interval'] : 5;
}

function remember(
  world: PscWorld,
  asked: {
    readonly authReqId: string;
    readonly login: string;
    readonly professionnel: Professionnel;
    readonly clientId: string;
    readonly scope: string;
    readonly channel: string | undefined;
    readonly interval: number;
  },
): void {
  const { delai, issue, expiration } = world.state.ciba;
  const now = world.context.clock.now();
  world.ciba.set(asked.authReqId, {
    login: asked.login,
    clientId: asked.clientId,
    professionnel: asked.professionnel,
    moyen: asked.channel === 'MOBILE' ? 'ECPS' : 'CARD',
    scope: asked.scope,
    expiresAt: now + expiration * 1000,
    answersAt: now + delai * 1000,
    issue,
    interval: asked.interval,
    owedInterval: asked.interval,
    polls: 0,
    used: false,
  });
}

function cibaRefusal(
  world: PscWorld,
  value: (name: string) => string | undefined,
  professionnel: Professionnel | undefined,
): JsonReplyArtefact | undefined {
  if (!world.options.modes.includes('ciba')) {
    return oauthError(401, 'invalid_grant', 'Client not allowed OIDC CIBA Grant');
  }
  if (value('login_hint') === undefined) {
    return oauthError(400, 'invalid_request', 'missing parameter : login_hint');
  }
  const scope = value('scope');
  if (scope === undefined) return oauthError(400, 'invalid_request', 'missing parameter : scope');
  if (professionnel === undefined) return unknownUser(world);
  if (!scope.split(' ').includes('openid'))
    return oauthError(400, 'invalid_scope', `Invalid scopes: ${scope}`);
  return undefined;
}

function unknownUser(world: PscWorld): JsonReplyArtefact {
  return world.state.ciba.utilisateurInconnu === 'standard'
    ? oauthError(400, 'unknown_user_id')
    : oauthError(400, 'invalid_request', 'invalid_user');
}

function cibaAnomalies(request: WireRequest, value: (name: string) => string | undefined): readonly string[] {
  const anomalies: string[] = [];
  if (request.method !== 'POST') anomalies.push('method-not-post');
  if (request.form === undefined) anomalies.push('body-not-form-encoded');
  for (const name of ['login_hint', 'scope', 'acr_values', 'binding_message', 'channel']) {
    if (value(name) === undefined) anomalies.push(`missing-parameter:${name}`);
  }
  for (const name of ['login_hint_token', 'id_token_hint']) {
    if (value(name) !== undefined) anomalies.push(`second-hint:${name}`);
  }
  if (!['CARD', 'MOBILE', undefined].includes(value('channel'))) anomalies.push('unknown-channel');
  return anomalies;
}

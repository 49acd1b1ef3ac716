import { firstValue, type WireReply, type WireRequest } from '../../../wire/http-exchange.ts';
import { authenticateClient } from './authenticate-client.ts';
import { answerCibaPoll } from './ciba-grant.ts';
import { answerCodeGrant } from './code-grant.ts';
import { jsonReply, oauthError } from './json-reply.ts';
import { parameterAnomalies } from './parameter-anomalies.ts';
import type { PscWorld } from './psc-world.ts';
import { answerRefreshGrant } from './refresh-grant.ts';
import type { TokenRequest } from './token-request.ts';

const cibaGrant = 'urn:openid:params:grant-type:ciba';

/** The token endpoint: client authentication first, then the grant, in Keycloak's order. */
export async function answerToken(world: PscWorld, request: WireRequest): Promise<WireReply> {
  const asked = readTokenRequest(world, request);
  const grant = asked.value('grant_type');
  const kind =
    grant === 'refresh_token'
      ? 'psc/refresh-request'
      : grant === cibaGrant
        ? 'psc/ciba-poll'
        : 'psc/token-request';
  const refusal = asked.client.refusal ?? grantRefusal(grant);
  if (refusal !== undefined) {
    return jsonReply(refusal, { kind, view: { ...asked.view, error: refusal.body['error'] } });
  }
  if (grant === 'refresh_token') return answerRefreshGrant(world, asked);
  if (grant === cibaGrant) return answerCibaPoll(world, asked);
  return answerCodeGrant(world, asked);
}

function readTokenRequest(world: PscWorld, request: WireRequest): TokenRequest {
  // A body whose media type is wrong is still read: the mistake is then told, and the login goes on.
  const form = request.form ?? [...new URLSearchParams(request.body.toString('utf8'))];
  const client = authenticateClient({ ...request, form }, world.options, world.context.clock.now());
  const anomalies = [
    ...client.anomalies,
    ...parameterAnomalies(form),
    ...(request.method === 'POST' ? [] : ['method-not-post']),
    ...(request.form === undefined ? ['body-not-form-encoded'] : []),
    ...(request.query.length === 0 ? [] : ['parameters-in-query']),
  ];
  return {
    request,
    value: (name) => firstValue(form, name) ?? firstValue(request.query, name),
    client,
    view: {
      ...(client.clientId === undefined ? {} : { clientId: client.clientId }),
      authMethods: client.methods,
      anomalies,
      replayed: false,
      faults: [],
    },
  };
}

function grantRefusal(grant: string | undefined): ReturnType<typeof oauthError> | undefined {
  if (grant === undefined) return oauthError(400, 'invalid_request', 'Missing form parameter: grant_type');
  if (['authorization_code', 'refresh_token', cibaGrant].includes(grant)) return undefined;
  return oauthError(400, 'unsupported_grant_type', 'Unsupported grant_type');
}

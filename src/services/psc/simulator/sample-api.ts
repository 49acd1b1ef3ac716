import { createSign } from 'node:crypto';
import type { JsonObject } from '../../../domain/json.ts';
import type { WireReply, WireRequest } from '../../../wire/http-exchange.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';
import { bearerToken } from './bearer-token.ts';
import { deviate } from './deviate.ts';
import { jsonReply, oauthError } from './json-reply.ts';
import type { PscWorld } from './psc-world.ts';

const kind = 'psc/api-request';

/** The API of the conformity tests: signs session data, for who presents the certificate of the token's `cnf`. */
export function answerSampleApi(world: PscWorld, request: WireRequest): WireReply {
  const { token } = bearerToken(request);
  const known = world.tokens.find(token);
  const tokenState = world.tokens.stateOf(token, ['api']);
  const certificate = request.tls?.clientCertificate;
  const binding =
    known?.boundTo === undefined
      ? 'unbound'
      : certificate === undefined
        ? 'no-certificate'
        : certificate.sha256 === known.boundTo
          ? 'match'
          : 'mismatch';
  const view = { tokenState, binding, ...(known === undefined ? {} : { login: known.login.id }) };
  const reply = deviate<JsonReplyArtefact>(
    world,
    'psc/api-response',
    apiReply(world, request, { tokenState, binding }),
    {},
  );
  return jsonReply(reply.artefact, {
    kind,
    view: { ...view, faults: reply.faults },
    deviations: reply.carried(),
    headers: reply.artefact.status === 401 ? [['WWW-Authenticate', 'Bearer error="invalid_token"']] : [],
  });
}

function apiReply(
  world: PscWorld,
  request: WireRequest,
  facts: { readonly tokenState: string; readonly binding: string },
): JsonReplyArtefact {
  if (facts.tokenState !== 'valid') return oauthError(401, 'invalid_token', `token ${facts.tokenState}`);
  if (facts.binding !== 'match') return oauthError(401, 'invalid_token', `certificate ${facts.binding}`);
  if (request.method !== 'POST') return oauthError(405, 'method_not_allowed');
  const asked = request.json;
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) {
    return oauthError(400, 'invalid_request', 'a JSON object is expected');
  }
  const data = asked as JsonObject;
  const absent = ['nationalId', 'clientID', 'proxy_session_id', 'session_state'].filter(
    (name) => typeof data[name] !== 'string',
  );
  if (absent.length > 0) return oauthError(400, 'invalid_request', `missing ${absent.join(', ')}`);
  const signature = createSign('sha256').update(JSON.stringify(data)).sign(world.keys.privateKey(), 'base64');
  return { status: 200, body: { ...data, signature } };
}

import type { JsonObject } from '../../../domain/json.ts';
import { firstValue, type WireReply, type WireRequest } from '../../../wire/http-exchange.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';
import { confirmationOf } from './confirmation-claim.ts';
import { deviate } from './deviate.ts';
import { errorOf, jsonReply, oauthError } from './json-reply.ts';
import { identityClaims } from './professionnel-claims.ts';
import type { PscWorld } from './psc-world.ts';

const kind = 'psc/token-exchange-request';
const exchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange';
const accessTokenType = 'urn:ietf:params:oauth:token-type:access_token';
const subjectTypes = [accessTokenType, 'urn:ietf:params:oauth:token-type:jwt'];

/** RFC 8693 at the authorization server of the sample API: a PSC access token against one bound to the certificate. */
export async function answerTokenExchange(world: PscWorld, request: WireRequest): Promise<WireReply> {
  const form = request.form ?? [];
  const subjectToken = firstValue(form, 'subject_token');
  const known = world.tokens.find(subjectToken);
  const subjectTokenState = world.tokens.stateOf(subjectToken, ['access']);
  const view = {
    subjectTokenState,
    ...(known === undefined
      ? {}
      : {
          login: known.login.id,
          subjectTokenAge: Math.round((world.context.clock.now() - known.issuedAt) / 1000),
        }),
    faults: [] as readonly string[],
  };
  const certificate = request.tls?.clientCertificate;
  const refusal = exchangeRefusal(form, certificate?.trusted === true, subjectTokenState);
  if (refusal !== undefined || known === undefined || certificate === undefined) {
    const answer = refusal ?? oauthError(400, 'invalid_token', 'invalid token');
    return jsonReply(answer, { kind, view: { ...view, ...errorOf(answer.body['error']) } });
  }
  const cnf = { form: world.state.cnf, value: confirmationOf(certificate.sha256, world.state.cnf) };
  const lifetime = world.state.jetons.api;
  const now = world.seconds();
  const claims: JsonObject = {
    exp: now + lifetime,
    iat: now,
    jti: world.uuid(),
    iss: `${world.addresses.edc ?? ''}/realms/signsessiondata`,
    aud: 'apipsc',
    sub: known.login.professionnel.identifiantNational,
    typ: 'Bearer',
    azp: firstValue(form, 'client_id') ?? known.login.clientId,
    session_state: known.login.sessionState,
    scope: firstValue(form, 'scope') ?? '',
    cnf: { 'x5t#S256': cnf.value },
    ...identityClaims(known.login.professionnel),
  };
  const token = await world.keys.sign(
    { alg: 'RS256', typ: 'JWT', kid: world.keys.kid },
    claims,
    'active',
    world.options.client.secret,
  );
  const deviated = deviate<JsonReplyArtefact>(
    world,
    'psc/token-exchange-response',
    {
      status: 200,
      body: {
        access_token: token,
        issued_token_type: accessTokenType,
        token_type: 'Bearer',
        expires_in: lifetime,
        'not-before-policy': 0,
        scope: firstValue(form, 'scope') ?? '',
      },
    },
    {},
  );
  const sent = deviated.artefact.body['access_token'] === token;
  const registered = sent
    ? world.tokens.add(token, 'api', known.login, lifetime, { boundTo: certificate.sha256 })
    : undefined;
  return jsonReply(deviated.artefact, {
    kind,
    view: {
      ...view,
      ...(registered === undefined ? {} : { issued: { accessToken: registered }, cnf }),
      ...errorOf(deviated.artefact.body['error']),
      faults: deviated.faults,
    },
    deviations: deviated.carried(),
  });
}

function exchangeRefusal(
  form: readonly (readonly [string, string])[],
  certified: boolean,
  subjectTokenState: string,
): JsonReplyArtefact | undefined {
  if (!certified) return oauthError(401, 'invalid_client', 'Invalid client or Invalid client credentials');
  if (firstValue(form, 'grant_type') !== exchangeGrant) {
    return oauthError(400, 'unsupported_grant_type', 'Unsupported grant_type');
  }
  if (!subjectTypes.includes(firstValue(form, 'subject_token_type') ?? '')) {
    return oauthError(400, 'invalid_request', 'subject_token_type is missing or not supported');
  }
  return subjectTokenState === 'valid' ? undefined : oauthError(400, 'invalid_token', 'invalid token');
}

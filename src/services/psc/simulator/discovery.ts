import type { JsonObject } from '../../../domain/json.ts';
import type { WireReply } from '../../../wire/http-exchange.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';
import { deviate } from './deviate.ts';
import { endpointPaths, portalPaths } from './endpoint-paths.ts';
import { jsonReply } from './json-reply.ts';
import type { PscWorld } from './psc-world.ts';

/** The discovery document, with what Keycloak advertises even where PSC does not do it. */
export function answerDiscovery(world: PscWorld): WireReply {
  const deviated = deviate<JsonReplyArtefact>(
    world,
    'psc/discovery',
    { status: 200, body: discoveryDocument(world) },
    {},
  );
  return jsonReply(deviated.artefact, {
    kind: 'psc/discovery-request',
    view: { faults: deviated.faults },
    deviations: deviated.carried(),
  });
}

const signatures = [
  'PS384',
  'ES384',
  'RS384',
  'HS256',
  'HS512',
  'ES256',
  'RS256',
  'HS384',
  'ES512',
  'PS256',
  'PS512',
  'RS512',
  'EdDSA',
];
const encryptions = ['RSA-OAEP', 'RSA-OAEP-256', 'RSA1_5'];
const clientAuthentications = [
  'private_key_jwt',
  'client_secret_basic',
  'client_secret_post',
  'tls_client_auth',
  'client_secret_jwt',
];

function discoveryDocument(world: PscWorld): JsonObject {
  const { issuer, portail } = world.addresses;
  const { origin } = new URL(issuer);
  const endpoints = {
    token_endpoint: origin + endpointPaths.token,
    introspection_endpoint: origin + endpointPaths.introspection,
    revocation_endpoint: origin + endpointPaths.revocation,
    userinfo_endpoint: origin + endpointPaths.userinfo,
    backchannel_authentication_endpoint: origin + endpointPaths.ciba,
    pushed_authorization_request_endpoint: origin + endpointPaths.par,
  };
  return {
    issuer,
    authorization_endpoint: portail + portalPaths.authorization,
    ...endpoints,
    end_session_endpoint: origin + endpointPaths.endSession,
    jwks_uri: origin + endpointPaths.jwks,
    check_session_iframe: origin + endpointPaths.checkSession,
    registration_endpoint: `${issuer}/clients-registrations/openid-connect`,
    mtls_endpoint_aliases: endpoints,
    grant_types_supported: [
      'authorization_code',
      'implicit',
      'refresh_token',
      'password',
      'client_credentials',
      'urn:openid:params:grant-type:ciba',
      'urn:ietf:params:oauth:grant-type:device_code',
    ],
    acr_values_supported: ['0', '0'],
    response_types_supported: [
      'code',
      'none',
      'id_token',
      'token',
      'id_token token',
      'code id_token',
      'code token',
      'code id_token token',
    ],
    response_modes_supported: [
      'query',
      'fragment',
      'form_post',
      'query.jwt',
      'fragment.jwt',
      'form_post.jwt',
      'jwt',
    ],
    subject_types_supported: ['public', 'pairwise'],
    id_token_signing_alg_values_supported: signatures,
    id_token_encryption_alg_values_supported: encryptions,
    userinfo_signing_alg_values_supported: [...signatures, 'none'],
    userinfo_encryption_alg_values_supported: encryptions,
    request_object_encryption_alg_values_supported: encryptions,
    token_endpoint_auth_methods_supported: clientAuthentications,
    introspection_endpoint_auth_methods_supported: clientAuthentications,
    revocation_endpoint_auth_methods_supported: clientAuthentications,
    scopes_supported: [
      'openid',
      'scope_all',
      'rpps',
      'referentiel',
      'identity',
      'interop',
      'eidas1',
      'eidas2',
      'scope_1',
      'scope_2',
      'profile',
      'email',
      'address',
      'phone',
      'roles',
      'basic',
      'acr',
      'web-origins',
      'microprofile-jwt',
      'offline_access',
    ],
    claims_parameter_supported: true,
    code_challenge_methods_supported: ['plain', 'S256'],
    tls_client_certificate_bound_access_tokens: true,
    authorization_response_iss_parameter_supported: true,
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
    frontchannel_logout_supported: true,
    frontchannel_logout_session_supported: true,
    require_pushed_authorization_requests: false,
    backchannel_token_delivery_modes_supported: ['poll', 'ping'],
  };
}

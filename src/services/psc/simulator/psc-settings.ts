import type { Setting } from '../../../domain/service.ts';
import { edcPaths, endpointPaths, portalPaths } from './endpoint-paths.ts';
import type { PscAddresses } from './psc-world.ts';
import type { PscOptions } from './psc-options.ts';

/** Addresses by name, as scenarios and the dossier call them. */
export function pscEndpoints(addresses: PscAddresses): Readonly<Record<string, string>> {
  const { origin } = new URL(addresses.issuer);
  return {
    issuer: addresses.issuer,
    discovery: origin + endpointPaths.discovery,
    authorization_endpoint: addresses.portail + portalPaths.authorization,
    token_endpoint: origin + endpointPaths.token,
    userinfo_endpoint: origin + endpointPaths.userinfo,
    introspection_endpoint: origin + endpointPaths.introspection,
    revocation_endpoint: origin + endpointPaths.revocation,
    end_session_endpoint: origin + endpointPaths.endSession,
    jwks_uri: origin + endpointPaths.jwks,
    backchannel_authentication_endpoint: origin + endpointPaths.ciba,
    ...(addresses.edc === undefined
      ? {}
      : { exchange_endpoint: addresses.edc + edcPaths.token, api: addresses.edc + edcPaths.api }),
  };
}

/** What the vendor sets in the software. */
export function pscSettings(
  options: PscOptions,
  endpoints: Readonly<Record<string, string>>,
): readonly Setting[] {
  const setting = (fr: string, en: string, value: string | undefined): readonly Setting[] =>
    value === undefined ? [] : [{ label: { fr, en }, value }];
  const mtls = options.regime === 'edc' || options.client.auth === 'tls_client_auth';
  return [
    ...setting('Émetteur (issuer)', 'Issuer', endpoints['issuer']),
    ...setting('Document de découverte', 'Discovery document', endpoints['discovery']),
    ...setting('Point d’autorisation', 'Authorization endpoint', endpoints['authorization_endpoint']),
    ...setting('client_id', 'client_id', options.client.id),
    ...setting(
      'Authentification du client',
      'Client authentication',
      mtls ? 'tls_client_auth' : options.client.auth,
    ),
    ...setting('scope', 'scope', 'openid scope_all'),
    ...setting('acr_values', 'acr_values', 'eidas1'),
    ...setting(
      'Adresses de retour enregistrées',
      'Registered callback addresses',
      options.redirectUris.length === 0 ? undefined : options.redirectUris.join(' '),
    ),
    ...setting(
      'Point CIBA',
      'CIBA endpoint',
      options.modes.includes('ciba') ? endpoints['backchannel_authentication_endpoint'] : undefined,
    ),
    ...setting('Échange de jeton', 'Token exchange', endpoints['exchange_endpoint']),
    ...setting('API de test', 'Test API', endpoints['api']),
  ];
}

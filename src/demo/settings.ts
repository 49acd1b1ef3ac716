/** What `banc.configurer` gives for Pro Santé Connect, read once. */
export interface DemoSettings {
  readonly issuer: string;
  readonly discovery: string;
  readonly ca: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** Client certificate; used to authenticate in the regime of the Espace de Confiance. */
  readonly certificate: { readonly certPem: string; readonly keyPem: string } | undefined;
  readonly mutualTls: boolean;
  readonly redirectUri: string | undefined;
  readonly postLogoutRedirectUri: string | undefined;
  /** Token endpoint of the API's own authorization server, and the API. */
  readonly exchangeUrl: string | undefined;
  readonly apiUrl: string | undefined;
  readonly apiScope: string;
}

type Members = Readonly<Record<string, unknown>>;

/** Reads the input of `banc.configurer`; throws an Error naming the member that is missing. */
export function readSettings(input: unknown): DemoSettings {
  const endpoints = members(members(members(input)['services'])['psc']);
  const options = members(members(members(input)['clients'])['psc']);
  const client = { ...options, ...members(options['client']) };
  const issuer = text(endpoints, 'issuer');
  const clientId = text(client, 'id', 'clientId', 'client_id');
  if (issuer === undefined) throw new Error('services.psc.issuer is missing');
  if (clientId === undefined) throw new Error('clients.psc.client.id is missing');
  const certificate = members(options['certificat']);
  const certPem = text(certificate, 'certPem');
  const keyPem = text(certificate, 'keyPem');
  const secret = text(client, 'secret', 'clientSecret', 'client_secret');
  const regime = text(options, 'regime');
  return {
    issuer,
    discovery: text(endpoints, 'discovery') ?? `${issuer}/.well-known/wallet-openid-configuration`,
    ca: text(members(input), 'ca') ?? '',
    clientId,
    clientSecret: secret,
    certificate: certPem === undefined || keyPem === undefined ? undefined : { certPem, keyPem },
    mutualTls: regime === 'confiance' || regime === 'edc' || secret === undefined,
    redirectUri: text(client, 'redirectUri', 'redirect_uri') ?? first(client['redirectUris']),
    postLogoutRedirectUri:
      text(client, 'postLogoutRedirectUri', 'post_logout_redirect_uri') ??
      first(client['postLogoutRedirectUris']),
    exchangeUrl: text(
      endpoints,
      'token_exchange_endpoint',
      'exchange_endpoint',
      'token_exchange',
      'exchange',
    ),
    apiUrl: text(endpoints, 'api_endpoint', 'api'),
    apiScope: text(options, 'apiScope') ?? 'api:lecture',
  };
}

/** Members of an object, none for anything else. */
export function members(value: unknown): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
}

/** First member that is a non-empty string. */
export function text(object: Members, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = object[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

function first(value: unknown): string | undefined {
  const item: unknown = Array.isArray(value) ? value[0] : undefined;
  return typeof item === 'string' ? item : undefined;
}

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
  /** The secret goes in the form rather than in a Basic header. */
  readonly secretInForm: boolean;
  /** Addresses registered with Pro Santé Connect. */
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  /** Token endpoint of the API's own authorization server, and the API. */
  readonly exchangeUrl: string | undefined;
  readonly apiUrl: string | undefined;
}

type Members = Readonly<Record<string, unknown>>;

/** Reads the input of `banc.configurer`; throws an Error naming the member that is missing. */
export function readSettings(input: unknown): DemoSettings {
  const endpoints = members(members(members(input)['services'])['psc']);
  const options = members(members(members(input)['clients'])['psc']);
  const client = members(options['client']);
  const issuer = text(endpoints, 'issuer');
  const clientId = text(client, 'id');
  if (issuer === undefined) throw new Error('services.psc.issuer is missing');
  if (clientId === undefined) throw new Error('clients.psc.client.id is missing');
  const certificate = members(options['certificat']);
  const certPem = text(certificate, 'certPem');
  const keyPem = text(certificate, 'keyPem');
  const secret = text(client, 'secret');
  const auth = text(client, 'auth');
  return {
    issuer,
    discovery: text(endpoints, 'discovery') ?? `${issuer}/.well-known/wallet-openid-configuration`,
    ca: text(members(input), 'ca') ?? '',
    clientId,
    clientSecret: secret,
    certificate: certPem === undefined || keyPem === undefined ? undefined : { certPem, keyPem },
    mutualTls: text(options, 'regime') === 'edc' || auth === 'tls_client_auth' || secret === undefined,
    secretInForm: auth === 'client_secret_post',
    redirectUris: strings(options['redirectUris']),
    postLogoutRedirectUris: strings(options['postLogoutRedirectUris']),
    exchangeUrl: text(endpoints, 'exchange_endpoint'),
    apiUrl: text(endpoints, 'api'),
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

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

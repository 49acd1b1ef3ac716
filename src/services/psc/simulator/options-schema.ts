import type { JsonSchema } from '../../../domain/json.ts';

/** Values taken when the dossier says nothing; the schema repeats them so that `segur init` can show them. */
export const defaultOptions = {
  regime: 'communaute',
  modes: ['web'],
  client: { id: 'lps-a-tester', secret: 'secret-du-banc-seulement', auth: 'client_secret_basic' },
  redirectUris: [],
  postLogoutRedirectUris: [],
  ports: { auth: 0, portail: 0, edc: 0 },
  tlsMinimum: 'TLSv1.2',
  proxy: { clientId: 'lps-a-tester', verifierCertificat: false, delaiSecondes: 60 },
} as const;

const port = (description: string): JsonSchema => ({
  type: 'integer',
  minimum: 0,
  maximum: 65_535,
  default: 0,
  description,
});

const uris = (description: string): JsonSchema => ({
  type: 'array',
  items: { type: 'string', minLength: 1 },
  uniqueItems: true,
  default: [],
  description,
});

/** Schema of `services.psc` in the dossier. */
export const optionsSchema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    regime: {
      enum: ['communaute', 'edc'],
      default: defaultOptions.regime,
      description:
        'communaute: secret or client certificate; edc (Espace de Confiance): client certificate only, token exchange and Proxy e-Santé.',
    },
    modes: {
      type: 'array',
      items: { enum: ['web', 'natif-navigateur-externe', 'ciba', 'natif-navigateur-interne'] },
      minItems: 1,
      uniqueItems: true,
      default: [...defaultOptions.modes],
      description: 'Integration modes that the software implements (SC.PSC.01: at least one).',
    },
    client: {
      type: 'object',
      additionalProperties: false,
      default: {},
      description: 'The client as registered with Pro Santé Connect, to be set in the software.',
      properties: {
        id: { type: 'string', minLength: 1, default: defaultOptions.client.id, description: 'client_id.' },
        secret: {
          type: 'string',
          minLength: 1,
          default: defaultOptions.client.secret,
          description: 'client_secret, unused with tls_client_auth. Never a production secret.',
        },
        auth: {
          enum: ['client_secret_basic', 'client_secret_post', 'tls_client_auth'],
          default: defaultOptions.client.auth,
          description: 'How the software authenticates at the token endpoint.',
        },
        certificatSujet: {
          type: 'string',
          description:
            'Subject DN expected of the client certificate (`CN=..., OU=...`); any trusted one when absent.',
        },
      },
    },
    redirectUris: uris('Registered callback addresses, compared byte for byte.'),
    postLogoutRedirectUris: uris('Registered addresses of return after logout.'),
    ports: {
      type: 'object',
      additionalProperties: false,
      default: {},
      description: 'Ports to listen on; 0 takes a free one.',
      properties: {
        auth: port('Issuer host: discovery, tokens, userinfo, CIBA.'),
        portail: port('Portal host: authorization endpoint.'),
        edc: port('Authorization server and API of the Espace de Confiance (regime edc).'),
      },
    },
    hotes: {
      type: 'object',
      additionalProperties: false,
      default: {},
      description:
        'Host names put in addresses and certificates, when the software cannot use the bound address.',
      properties: {
        auth: { type: 'string', minLength: 1, description: 'Issuer host.' },
        portail: { type: 'string', minLength: 1, description: 'Portal host.' },
        edc: { type: 'string', minLength: 1, description: 'Host of the Espace de Confiance.' },
      },
    },
    tlsMinimum: {
      enum: ['TLSv1.2', 'TLSv1.3'],
      default: defaultOptions.tlsMinimum,
      description: 'Lowest TLS version accepted.',
    },
    proxy: {
      type: 'object',
      additionalProperties: false,
      required: ['url'],
      description: 'The vendor’s Proxy e-Santé, which the bench calls (regime edc).',
      properties: {
        url: { type: 'string', pattern: '^https?://', description: 'Base address, before /connect.' },
        clientId: {
          type: 'string',
          minLength: 1,
          default: defaultOptions.proxy.clientId,
          description: 'clientId given to /connect.',
        },
        verifierCertificat: {
          type: 'boolean',
          default: defaultOptions.proxy.verifierCertificat,
          description: 'Refuse a proxy whose certificate no public authority signed.',
        },
        delaiSecondes: {
          type: 'number',
          minimum: 1,
          default: defaultOptions.proxy.delaiSecondes,
          description: 'Longest wait for an answer of the proxy.',
        },
      },
    },
  },
};

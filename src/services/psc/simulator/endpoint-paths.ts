/** Paths under the issuer host, as the realm has them. */
export const realm = '/auth/realms/esante-wallet';

const protocol = `${realm}/protocol/openid-connect`;

export const endpointPaths: Readonly<
  Record<
    | 'discovery'
    | 'jwks'
    | 'token'
    | 'userinfo'
    | 'introspection'
    | 'endSession'
    | 'revocation'
    | 'ciba'
    | 'checkSession'
    | 'par',
    string
  >
> = {
  discovery: `${realm}/.well-known/wallet-openid-configuration`,
  jwks: `${protocol}/certs`,
  token: `${protocol}/token`,
  userinfo: `${protocol}/userinfo`,
  introspection: `${protocol}/token/introspect`,
  endSession: `${protocol}/logout`,
  revocation: `${protocol}/revoke`,
  ciba: `${protocol}/ext/ciba/auth`,
  checkSession: `${protocol}/login-status-iframe.html`,
  par: `${protocol}/ext/par/request`,
};

/** Portal host. */
export const portalPaths = { authorization: '/auth', decision: '/auth/decision' } as const;

/** Host of the Espace de Confiance: the authorization server of the sample API, and the API. */
export const edcPaths = {
  token: '/realms/signsessiondata/protocol/openid-connect/token',
  api: '/mockservice/apipsc/signsessiondata',
} as const;

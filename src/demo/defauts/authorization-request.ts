import { defaut, type Defauts } from './defaut.ts';

/** Mistakes of the authorization request. */
export const authorizationRequestDefauts: Defauts = {
  'response-type-hybride': defaut('Demande code id_token', 'Asks code id_token', ['PSC-AR-01'], {
    authorization: (parameters) => parameters.set('response_type', 'code id_token'),
  }),
  'scope-sans-openid': defaut('Oublie le scope openid', 'Leaves openid out of scope', ['PSC-AR-02'], {
    authorization: (parameters) => parameters.set('scope', 'scope_all'),
  }),
  'scope-sans-scope-all': defaut('Oublie scope_all', 'Leaves scope_all out', ['PSC-AR-03'], {
    authorization: (parameters) => parameters.set('scope', 'openid'),
  }),
  'scope-superflu': defaut('Demande offline_access', 'Asks for offline_access', ['PSC-AR-04'], {
    authorization: (parameters) => parameters.set('scope', 'openid scope_all offline_access'),
  }),
  'acr-absent': defaut('N’envoie pas acr_values', 'Sends no acr_values', ['PSC-AR-05', 'PSC-AR-06'], {
    authorization: (parameters) => parameters.delete('acr_values'),
  }),
  'acr-eidas2': defaut('Demande eidas2', 'Asks eidas2', ['PSC-AR-05'], {
    authorization: (parameters) => parameters.set('acr_values', 'eidas2'),
  }),
  'acr-majuscules': defaut('Écrit EIDAS1', 'Writes EIDAS1', ['PSC-AR-05'], {
    authorization: (parameters) => parameters.set('acr_values', 'EIDAS1'),
  }),
  'acr-au-lieu-de-acr-values': defaut(
    'Envoie acr, pas acr_values',
    'Sends acr, not acr_values',
    ['PSC-AR-06'],
    {
      authorization: (parameters) => {
        parameters.delete('acr_values');
        parameters.set('acr', 'eidas1');
      },
    },
  ),
  'state-absent': defaut('N’envoie pas de state', 'Sends no state', ['PSC-AR-07', 'PSC-TR-06', 'PSC-TR-07'], {
    handMade: { skip: ['state'] },
    authorization: (parameters) => parameters.delete('state'),
  }),
  'state-constant': defaut('State constant', 'Constant state', ['PSC-AR-07'], {
    state: () => '0123456789abcdef0123456789abcdef',
  }),
  'state-horodate': defaut('State tiré de l’heure', 'State made from the time', ['PSC-AR-07'], {
    state: () => String(Date.now()),
  }),
  'state-derive-du-nonce': defaut('State dérivé du nonce', 'State derived from the nonce', ['PSC-AR-07'], {
    state: (_honest, nonce) => nonce.slice(4),
  }),
  'nonce-absent': defaut('N’envoie pas de nonce', 'Sends no nonce', ['PSC-AR-08'], { nonce: () => '' }),
  'nonce-constant': defaut('Nonce constant', 'Constant nonce', ['PSC-AR-08'], {
    nonce: () => 'f'.repeat(64),
  }),
  'nonce-egal-state': defaut('Nonce égal au state', 'Nonce equal to state', ['PSC-AR-08'], {
    state: (_honest, nonce) => nonce,
  }),
  'pkce-absent': defaut('Sans PKCE', 'Without PKCE', ['PSC-AR-09'], { pkce: 'aucun' }),
  'pkce-plain': defaut('PKCE plain', 'PKCE plain', ['PSC-AR-09'], { pkce: 'plain' }),
  'pkce-verifieur-court': defaut(
    'Vérifieur PKCE de 20 caractères',
    'PKCE verifier of 20 characters',
    ['PSC-AR-10'],
    {
      pkce: 'court',
      handMade: {},
    },
  ),
  'pkce-verifieur-faux': defaut(
    'Vérifieur PKCE qui ne correspond pas',
    'PKCE verifier that does not match',
    ['PSC-AR-10'],
    {
      handMade: { verifier: (honest) => honest.split('').reverse().join('') },
    },
  ),
  'pkce-verifieur-absent': defaut('Vérifieur PKCE oublié', 'PKCE verifier left out', ['PSC-AR-10'], {
    handMade: { verifier: () => '' },
  }),
  'redirect-barre-oblique': defaut(
    'Barre oblique en trop à redirect_uri',
    'Trailing slash in redirect_uri',
    ['PSC-AR-11'],
    {
      authorization: (parameters) =>
        parameters.set('redirect_uri', `${parameters.get('redirect_uri') ?? ''}/`),
    },
  ),
  'redirect-fragment': defaut(
    'Fragment dans redirect_uri',
    'Fragment in redirect_uri',
    ['PSC-AR-11', 'PSC-TR-02'],
    {
      authorization: (parameters) =>
        parameters.set('redirect_uri', `${parameters.get('redirect_uri') ?? ''}#psc`),
    },
  ),
  'secret-dans-autorisation': defaut(
    'client_secret dans l’adresse',
    'client_secret in the address',
    ['PSC-AR-12'],
    {
      authorization: (parameters, { clientSecret }) =>
        parameters.set('client_secret', clientSecret ?? 'secret'),
    },
  ),
  'parametre-double': defaut('Envoie scope deux fois', 'Sends scope twice', ['PSC-AR-13'], {
    authorization: (parameters) => parameters.append('scope', parameters.get('scope') ?? ''),
  }),
  'parametre-vide': defaut('Envoie un paramètre vide', 'Sends an empty parameter', ['PSC-AR-13'], {
    authorization: (parameters) => parameters.set('login_hint', ''),
  }),
  'hote-autorisation-derive': defaut(
    'Déduit l’adresse d’autorisation de l’émetteur',
    'Derives the authorization address from the issuer',
    ['PSC-AR-14'],
    {
      authorizationUrl: (url, issuer) =>
        new URL(`${issuer.href.replace(/\/$/, '')}/protocol/openid-connect/auth${url.search}`),
    },
  ),
};

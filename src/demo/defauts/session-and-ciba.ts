import { defaut, type Defauts } from './defaut.ts';

/** Mistakes of refresh, logout, CIBA, token exchange, proxy and logs. */
export const sessionAndCibaDefauts: Defauts = {
  'jamais-de-refresh': defaut(
    'Renvoie se connecter au lieu de rafraîchir',
    'Logs in again instead of refreshing',
    ['PSC-RF-01'],
    {
      neverRefreshes: true,
    },
  ),
  'refresh-identite-non-verifiee': defaut(
    'Adopte l’identité du jeton rafraîchi',
    'Adopts the identity of the refreshed token',
    ['PSC-RF-02'],
    {
      handMade: { skip: ['refresh-identite'] },
    },
  ),
  'boucle-de-refresh': defaut(
    'Rafraîchit en boucle après refus',
    'Refreshes in a loop once refused',
    ['PSC-RF-03'],
    {
      refreshRepeats: 8,
    },
  ),
  'refresh-permanent': defaut(
    'Rafraîchit chaque seconde',
    'Refreshes every second',
    ['PSC-RF-03', 'PSC-RF-04'],
    {
      refreshEveryMs: 1000,
    },
  ),
  'deconnexion-locale-seule': defaut('Déconnexion locale seule', 'Local logout only', ['PSC-LO-01'], {
    localLogoutOnly: true,
  }),
  'deconnexion-sans-hint': defaut(
    'Déconnexion sans id_token_hint',
    'Logout without id_token_hint',
    ['PSC-LO-01'],
    {
      logout: (parameters) => parameters.delete('id_token_hint'),
    },
  ),
  'deconnexion-sans-retour': defaut(
    'Déconnexion sans adresse de retour ni state',
    'Logout without return address or state',
    ['PSC-LO-02'],
    {
      logout: (parameters) => {
        parameters.delete('post_logout_redirect_uri');
        parameters.delete('state');
      },
    },
  ),
  'deconnexion-exige-state': defaut(
    'Erreur 500 si le state ne revient pas',
    'Error 500 when state does not return',
    ['PSC-LO-02'],
    {
      logoutStateRequired: true,
    },
  ),
  'session-locale-persistante': defaut(
    'La session locale survit',
    'The local session survives',
    ['PSC-LO-03', 'PSC-LO-05'],
    {
      sessionSurvivesLogout: true,
    },
  ),
  'ancien-cookie-accepte': defaut(
    'L’ancien cookie rouvre la session',
    'The old cookie opens the session again',
    ['PSC-LO-03', 'PSC-LO-05'],
    {
      oldCookieAccepted: true,
    },
  ),
  'inactivite-deconnecte-psc': defaut(
    'L’inactivité ferme aussi PSC',
    'Inactivity closes PSC too',
    ['PSC-LO-04'],
    {
      idleEndsPscSession: true,
    },
  ),
  'ciba-deux-indices': defaut('CIBA avec deux indices', 'CIBA with two hints', ['PSC-CI-01'], {
    ciba: (parameters) => parameters.set('login_hint_token', 'x'),
  }),
  'ciba-hint-email': defaut(
    'CIBA avec une adresse électronique',
    'CIBA with an e-mail address',
    ['PSC-CI-01'],
    {
      ciba: (parameters) => parameters.set('login_hint', 'camille.testeur@example.org'),
    },
  ),
  'ciba-acr-absent': defaut('CIBA sans acr_values', 'CIBA without acr_values', ['PSC-CI-01'], {
    ciba: (parameters) => parameters.delete('acr_values'),
  }),
  'ciba-sans-scope-all': defaut('CIBA sans scope_all', 'CIBA without scope_all', ['PSC-AR-03', 'PSC-CI-01'], {
    ciba: (parameters) => parameters.set('scope', 'openid'),
  }),
  'ciba-code-constant': defaut('Code CIBA constant', 'Constant CIBA code', ['PSC-CI-02'], {
    bindingMessage: '00',
  }),
  'ciba-code-non-numerique': defaut('Code CIBA en lettres', 'CIBA code in letters', ['PSC-CI-02'], {
    bindingMessage: 'AB',
  }),
  'ciba-code-non-affiche': defaut('Code CIBA non affiché', 'CIBA code not shown', ['PSC-CI-02'], {
    bindingMessageHidden: true,
  }),
  'ciba-canal-minuscule': defaut('Canal CIBA en minuscules', 'CIBA channel in lower case', ['PSC-CI-03'], {
    ciba: (parameters) => parameters.set('channel', (parameters.get('channel') ?? '').toLowerCase()),
  }),
  'ciba-canal-absent': defaut('Canal CIBA absent', 'CIBA channel absent', ['PSC-CI-03'], {
    ciba: (parameters) => parameters.delete('channel'),
  }),
  'ciba-sondage-rapide': defaut('Sonde toutes les 200 ms', 'Polls every 200 ms', ['PSC-CI-04', 'PSC-CI-05'], {
    cibaPoll: { everyMs: 200 },
  }),
  'ciba-ignore-slow-down': defaut('Ignore slow_down', 'Ignores slow_down', ['PSC-CI-05'], {
    cibaPoll: { ignoresSlowDown: true },
  }),
  'ciba-continue-apres-refus': defaut('Sonde encore après refus', 'Polls on after a refusal', ['PSC-CI-06'], {
    cibaPoll: { goesOnAfterRefusal: true },
  }),
  'ciba-sonde-sans-identifiant': defaut(
    'Sonde sans auth_req_id',
    'Polls without auth_req_id',
    ['PSC-CI-07'],
    {
      cibaPoll: { pollsWithoutId: true },
    },
  ),
  'ciba-annulation-ignoree': defaut(
    'L’annulation n’arrête pas le sondage',
    'Cancelling does not stop polling',
    ['PSC-CI-08'],
    {
      cancelIgnored: true,
    },
  ),
  'ciba-message-revelateur': defaut(
    'Dit que l’utilisateur est inconnu',
    'Says the user is unknown',
    ['PSC-CI-09'],
    {
      cibaDetailedErrors: true,
    },
  ),
  'echange-sans-scope': defaut(
    'Échange sans scope métier',
    'Exchange without business scope',
    ['PSC-TX-01'],
    {
      exchange: (parameters) => parameters.delete('scope'),
    },
  ),
  'echange-jeton-perime': defaut(
    'Échange un jeton périmé',
    'Exchanges an expired token',
    ['PSC-TX-01', 'PSC-TX-03'],
    {
      exchangeWithoutRefresh: true,
    },
  ),
  'api-sans-certificat': defaut(
    'Appelle l’API sans le certificat',
    'Calls the API without the certificate',
    ['PSC-TX-02'],
    {
      apiWithoutCertificate: true,
    },
  ),
  'proxy-reconnecte': defaut(
    'Le proxy se reconnecte à chaque connect',
    'The proxy connects again each time',
    ['PSC-PX-01'],
    {
      proxyReconnects: true,
    },
  ),
  'proxy-send-500': defaut(
    'Le proxy répond 500 sans session',
    'The proxy answers 500 without session',
    ['PSC-PX-02'],
    {
      proxyBreaksWithoutSession: true,
    },
  ),
  'proxy-traces-incompletes': defaut(
    'Traces du proxy sans dn ni ports',
    'Proxy traces without dn or ports',
    ['PSC-PX-03'],
    {
      proxyTraces: (trace) => {
        delete trace['dn'];
        delete trace['ports'];
      },
    },
  ),
  'journaux-en-clair': defaut(
    'Jetons en clair dans les journaux',
    'Tokens in clear in the logs',
    ['PSC-LG-01'],
    {
      logsInClear: true,
    },
  ),
  'traces-absentes': defaut('Aucune trace de connexion', 'No login trace', ['PSC-LG-02'], {
    withoutTraces: true,
  }),
};

import type { Check } from '../../../domain/check.ts';
import type {
  AuthorizationRequestView,
  BearerRequestView,
  CibaRequestView,
  TokenRequestView,
} from '../preuves/views.ts';
import { answered, found, ofKind } from './shared/exchanges.ts';
import { transportGuide } from './shared/norms.ts';

/** An expired access token is refreshed, without a new login. */
export const check: Check = {
  title: {
    fr: 'Un jeton d’accès périmé est rafraîchi, sans nouvelle connexion',
    en: 'An expired access token is refreshed, without a new login',
  },
  assertions: ['PSC-RF-01'],
  clauses: [transportGuide('cas 1a')],
  reads: [
    'psc/authorization-request',
    'psc/refresh-request',
    'psc/ciba-request',
    'psc/userinfo-request',
    'pilote/action',
  ],

  findings: {
    'new-login-instead': {
      says: {
        fr: 'Le logiciel a renvoyé l’utilisateur se connecter au lieu de rafraîchir le jeton.',
        en: 'The software sent the user to log in again instead of refreshing the token.',
      },
      fix: {
        fr: 'Employez grant_type=refresh_token tant que le jeton de rafraîchissement vit.',
        en: 'Use grant_type=refresh_token while the refresh token lives.',
      },
    },
    'expired-token-used': {
      says: {
        fr: 'Un jeton d’accès périmé a été présenté sans avoir été rafraîchi ensuite.',
        en: 'An expired access token was presented and not refreshed afterwards.',
      },
      fix: {
        fr: 'Suivez expires_in et rafraîchissez avant l’appel, ou après un 401.',
        en: 'Follow expires_in and refresh before the call, or after a 401.',
      },
    },
  },
  judge({ preuves }) {
    const actions = answered(preuves, 'pilote/action').filter(
      ({ view }) => view.action === 'psc.utiliser-jeton',
    );
    const steps = new Set(actions.map(({ step }) => step));
    const within = preuves.filter(({ step }) => steps.has(step));
    const refreshes = ofKind<TokenRequestView>(within, 'psc/refresh-request');
    const logins = ofKind<AuthorizationRequestView | CibaRequestView>(
      within,
      'psc/authorization-request',
      'psc/ciba-request',
    );
    const expired = ofKind<BearerRequestView>(within, 'psc/userinfo-request').filter(
      ({ view }) => view.tokenState === 'expired',
    );
    return {
      examined: refreshes.length + logins.length + expired.length === 0 ? 0 : actions.length,
      findings:
        refreshes.length > 0
          ? []
          : [
              ...logins.map((request) => found('new-login-instead', request)),
              ...(logins.length > 0
                ? []
                : expired.map((request) => found('expired-token-used', request, { path: 'tokenState' }))),
            ],
    };
  },
};

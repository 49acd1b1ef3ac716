import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { EndSessionView } from '../preuves/views.ts';
import { found, ofKind } from './shared/exchanges.ts';

/** The logout returns to a registered address, with a state. */
export const check: Check = {
  title: {
    fr: 'La déconnexion revient à une adresse déclarée, avec un state',
    en: 'The logout returns to a registered address, with a state',
  },
  assertions: ['PSC-LO-02'],
  clauses: [
    { source: 'OpenID Connect RP-Initiated Logout 1.0', section: '2', trust: 'V' },
    { source: 'OpenID Connect RP-Initiated Logout 1.0', section: '3.1', trust: 'V' },
  ],
  reads: ['psc/end-session-request'],

  findings: {
    'return-address-missing': {
      says: {
        fr: 'post_logout_redirect_uri est absent : l’utilisateur reste sur une page de Pro Santé Connect.',
        en: 'post_logout_redirect_uri is missing: the user stays on a page of Pro Santé Connect.',
      },
      fix: { fr: 'Envoyez l’adresse de retour déclarée.', en: 'Send the registered return address.' },
    },
    'return-address-unregistered': {
      says: {
        fr: 'post_logout_redirect_uri vaut {actual}, qui n’est pas déclarée.',
        en: 'post_logout_redirect_uri is {actual}, which is not registered.',
      },
      fix: {
        fr: 'Déclarez-la (services.psc.postLogoutRedirectUris) ou envoyez l’adresse déclarée.',
        en: 'Register it (services.psc.postLogoutRedirectUris) or send the registered address.',
      },
    },
    'logout-state-missing': {
      says: { fr: 'La déconnexion n’envoie pas de state.', en: 'The logout sends no state.' },
      fix: {
        fr: 'Envoyez un state tiré au sort et tolérez qu’il ne revienne pas.',
        en: 'Send a random state and tolerate that it may not come back.',
      },
    },
  },
  judge({ preuves }) {
    const calls = ofKind<EndSessionView>(preuves, 'psc/end-session-request');
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        const { postLogoutRedirectUri: uri, postLogoutRegistered, state } = call.view;
        const at = { path: 'query.post_logout_redirect_uri', actual: uri };
        return [
          ...(uri === undefined ? [found('return-address-missing', call, at)] : []),
          ...(uri !== undefined && postLogoutRegistered === false
            ? [found('return-address-unregistered', call, at)]
            : []),
          ...(state === undefined || state === ''
            ? [found('logout-state-missing', call, { path: 'query.state' })]
            : []),
        ];
      }),
    };
  },
};

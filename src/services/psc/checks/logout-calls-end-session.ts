import type { Check } from '../../../domain/check.ts';
import type { EndSessionView } from '../preuves/views.ts';
import { answered, found, isConnected, ofKind, sessionProbes } from './shared/exchanges.ts';

/** A logout asked for closes the Pro Santé Connect session too. */
export const check: Check = {
  title: {
    fr: 'La déconnexion demandée ferme aussi la session Pro Santé Connect',
    en: 'A logout asked for closes the Pro Santé Connect session too',
  },
  assertions: ['PSC-LO-01'],
  clauses: [
    { source: 'OpenID Connect RP-Initiated Logout 1.0', section: '2', trust: 'V' },
    { source: 'ansforge/keycloak-prosanteconnect, ticket 39', trust: '2' },
  ],
  reads: ['psc/end-session-request', 'pilote/action', 'pilote/probe'],

  findings: {
    'end-session-missing': {
      says: {
        fr: 'La déconnexion n’a pas appelé end_session : la session Pro Santé Connect reste ouverte.',
        en: 'The logout did not call end_session: the Pro Santé Connect session stays open.',
      },
      fix: {
        fr: 'Redirigez le navigateur vers end_session_endpoint avec id_token_hint.',
        en: 'Redirect the browser to end_session_endpoint with id_token_hint.',
      },
    },
    'id-token-hint-missing': {
      says: {
        fr: 'end_session a été appelé sans id_token_hint.',
        en: 'end_session was called without id_token_hint.',
      },
      fix: {
        fr: 'Gardez le dernier jeton d’identité et envoyez-le en id_token_hint.',
        en: 'Keep the last ID token and send it as id_token_hint.',
      },
    },
    'id-token-hint-unknown': {
      says: {
        fr: 'id_token_hint n’est pas un jeton d’identité émis pendant ce passage.',
        en: 'id_token_hint is not an ID token issued during this run.',
      },
      fix: {
        fr: 'Envoyez le jeton d’identité reçu à la connexion, ni le jeton d’accès ni une copie altérée.',
        en: 'Send the ID token received at login, not the access token nor an altered copy.',
      },
    },
  },
  judge({ preuves }) {
    const probes = sessionProbes(preuves);
    // Who was never logged in has no session to end.
    const logouts =
      probes.length > 0 && !probes.some(isConnected)
        ? []
        : answered(preuves, 'pilote/action').filter(({ view }) => view.action === 'psc.deconnecter');
    const calls = ofKind<EndSessionView>(preuves, 'psc/end-session-request');
    return {
      examined: logouts.length,
      findings: [
        ...logouts
          .filter(({ step }) => !calls.some((call) => call.step === step))
          .map((action) => found('end-session-missing', action)),
        ...calls
          .filter(({ view }) => view.idTokenHint === 'absent')
          .map((call) => found('id-token-hint-missing', call, { path: 'query.id_token_hint' })),
        ...calls
          .filter(({ view }) => view.idTokenHint === 'unknown')
          .map((call) => found('id-token-hint-unknown', call, { path: 'query.id_token_hint' })),
      ],
    };
  },
};

import type { Check } from '../../../domain/check.ts';
import type {
  AuthorizationRequestView,
  AuthorizationResponseView,
  TokenRequestView,
} from '../preuves/views.ts';
import { answered, found, isConnected, memberOf, ofKind, sessionProbes, textOf } from './shared/exchanges.ts';
import { core, project } from './shared/norms.ts';
import { after } from './shared/refusal.ts';

/** A refusal in the callback leaves the user with a message, without session or loop. */
export const check: Check = {
  title: {
    fr: 'Un refus au retour laisse l’utilisateur avec un message, sans session ni boucle',
    en: 'A refusal in the callback leaves the user with a message, without session or loop',
  },
  assertions: ['PSC-TR-09'],
  clauses: [core('3.1.2.6'), project('PSC-TR-09')],
  reads: [
    'psc/authorization-request',
    'psc/authorization-response',
    'psc/token-request',
    'pilote/action',
    'pilote/probe',
  ],

  findings: {
    'code-exchanged': {
      says: {
        fr: 'Un appel au point d’accès aux jetons a suivi error=access_denied.',
        en: 'A call to the token endpoint followed error=access_denied.',
      },
      fix: {
        fr: 'Lisez error avant code : il n’y a rien à échanger.',
        en: 'Read error before code: there is nothing to exchange.',
      },
    },
    'session-opened': {
      says: {
        fr: 'La session s’est ouverte après error=access_denied.',
        en: 'The session opened after error=access_denied.',
      },
      fix: {
        fr: 'N’ouvrez de session que sur un jeton d’identité vérifié.',
        en: 'Open a session on a verified ID token only.',
      },
    },
    'login-loop': {
      says: {
        fr: 'Le logiciel a renvoyé l’utilisateur {actual} fois vers Pro Santé Connect.',
        en: 'The software sent the user back to Pro Santé Connect {actual} times.',
      },
      fix: {
        fr: 'Arrêtez-vous sur une page qui propose de recommencer.',
        en: 'Stop on a page that offers to start again.',
      },
    },
    'error-page': {
      says: {
        fr: 'L’utilisateur est laissé sur une erreur interne.',
        en: 'The user is left on an internal error.',
      },
      fix: {
        fr: 'Traitez error au retour comme une réponse normale.',
        en: 'Handle an error in the callback as a normal answer.',
      },
    },
    'message-missing': {
      says: {
        fr: 'Aucun message ne dit à l’utilisateur que la connexion a été refusée.',
        en: 'No message tells the user that the login was refused.',
      },
      fix: {
        fr: 'Affichez un message lisible et laissez le bouton de connexion.',
        en: 'Show a readable message and leave the login button.',
      },
    },
  },
  judge({ preuves }) {
    const [first] = ofKind<AuthorizationResponseView>(preuves, 'psc/authorization-response').filter(
      ({ view }) => view.error !== undefined,
    );
    if (first === undefined) return { examined: 0, findings: [] };
    const later = after(preuves, first);
    const probes = sessionProbes(later);
    const again = ofKind<AuthorizationRequestView>(later, 'psc/authorization-request').filter(
      ({ step }) => step === first.step,
    );
    const [action] = answered(later, 'pilote/action');
    const page = memberOf(action?.view.output, 'page');
    const status = memberOf(page, 'status');
    const message = textOf(action?.view.output, 'message') ?? textOf(page, 'text') ?? '';
    return {
      examined: probes.length,
      findings: [
        ...ofKind<TokenRequestView>(later, 'psc/token-request')
          .filter(({ step }) => step === first.step)
          .map((request) => found('code-exchanged', request)),
        ...probes
          .filter(({ step }) => step === probes[0]?.step)
          .filter(isConnected)
          .map((probe) => found('session-opened', probe, { path: 'output.connecte' })),
        ...(again.length > 0 ? [found('login-loop', first, { expected: 0, actual: again.length })] : []),
        ...(action !== undefined && typeof status === 'number' && status >= 500
          ? [found('error-page', action, { path: 'output.page.status', actual: status })]
          : []),
        ...(action !== undefined && message === ''
          ? [found('message-missing', action, { path: 'output.message' })]
          : []),
      ],
    };
  },
};

import type { Check } from '../../../domain/check.ts';
import type { TokenRequestView } from '../preuves/views.ts';
import { answered, found, ofKind, textOf } from './shared/exchanges.ts';
import { transportGuide } from './shared/norms.ts';

/** A refused refresh leads to a new login, without a loop. */
export const check: Check = {
  title: {
    fr: 'Un rafraîchissement refusé mène à une nouvelle connexion, sans boucle',
    en: 'A refused refresh leads to a new login, without a loop',
  },
  assertions: ['PSC-RF-03'],
  clauses: [transportGuide('cas 1b.2')],
  reads: [
    'psc/refresh-request',
    'psc/authorization-request',
    'psc/ciba-request',
    'pilote/action',
    'pilote/probe',
  ],

  findings: {
    'refresh-loop': {
      says: { fr: '{actual} rafraîchissements après un refus.', en: '{actual} refreshes after a refusal.' },
      fix: {
        fr: 'Après invalid_grant, abandonnez le jeton et renvoyez l’utilisateur se connecter une fois.',
        en: 'After invalid_grant, drop the token and send the user to log in once.',
      },
    },
    'refusal-ignored': {
      says: {
        fr: 'L’opération est annoncée réussie alors que le jeton n’a pas pu être rafraîchi.',
        en: 'The operation is said to have succeeded though the token could not be refreshed.',
      },
      fix: {
        fr: 'Dites que la session Pro Santé Connect est finie et proposez de se reconnecter.',
        en: 'Say that the Pro Santé Connect session is over and offer to log in again.',
      },
    },
  },
  judge({ preuves }) {
    const refused = ofKind<TokenRequestView>(preuves, 'psc/refresh-request').filter(
      ({ view }) => view.error === 'invalid_grant',
    );
    const last = refused.at(-1);
    if (last === undefined) return { examined: 0, findings: [] };
    const loggedIn = preuves.some(
      ({ kind, step }) =>
        step === last.step && (kind === 'psc/authorization-request' || kind === 'psc/ciba-request'),
    );
    const actions = answered(preuves, 'pilote/action').filter(({ step }) => step === last.step);
    return {
      examined: actions.length,
      findings: [
        ...(refused.length > maxRefreshes
          ? [found('refresh-loop', last, { expected: maxRefreshes, actual: refused.length })]
          : []),
        ...(loggedIn
          ? []
          : actions
              .filter(({ view }) => textOf(view.output, 'issue') === 'reussie')
              .map((action) => found('refusal-ignored', action, { path: 'output.issue' }))),
      ],
    };
  },
};

/** The project’s own bound: a first call and two retries. */
const maxRefreshes = 3;

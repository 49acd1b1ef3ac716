import type { Check } from '../../../domain/check.ts';
import type { ApiRequestView, TokenExchangeView } from '../preuves/views.ts';
import { answered, found, ofKind, textOf } from './shared/exchanges.ts';
import { transportGuide } from './shared/norms.ts';

/** After a refused exchange, the API is not called. */
export const check: Check = {
  title: {
    fr: 'Après un échange refusé, l’API n’est pas appelée',
    en: 'After a refused exchange, the API is not called',
  },
  assertions: ['PSC-TX-01'],
  clauses: [transportGuide('étapes 9 à 12')],
  reads: ['psc/token-exchange-request', 'psc/api-request', 'pilote/action'],

  findings: {
    'api-called-anyway': {
      says: {
        fr: 'L’API a été appelée après un échange refusé.',
        en: 'The API was called after a refused exchange.',
      },
      fix: {
        fr: 'Arrêtez-vous au refus de l’échange et dites-le à l’utilisateur.',
        en: 'Stop at the refusal of the exchange and tell the user.',
      },
    },
    'operation-succeeded': {
      says: {
        fr: 'L’opération est annoncée réussie après un échange refusé.',
        en: 'The operation is said to have succeeded after a refused exchange.',
      },
      fix: { fr: 'Rendez l’échec visible à l’utilisateur.', en: 'Make the failure visible to the user.' },
    },
  },
  judge({ preuves }) {
    const [refused] = ofKind<TokenExchangeView>(preuves, 'psc/token-exchange-request').filter(
      ({ view }) => view.faults.length > 0,
    );
    if (refused === undefined) return { examined: 0, findings: [] };
    const actions = answered(preuves, 'pilote/action');
    return {
      examined: actions.length,
      findings: [
        ...ofKind<ApiRequestView>(preuves, 'psc/api-request').map((call) => found('api-called-anyway', call)),
        ...actions
          .filter(({ view }) => textOf(view.output, 'issue') === 'reussie')
          .map((action) => found('operation-succeeded', action, { path: 'output.issue' })),
      ],
    };
  },
};

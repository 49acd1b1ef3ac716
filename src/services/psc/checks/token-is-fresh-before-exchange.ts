import type { Check } from '../../../domain/check.ts';
import type { TokenExchangeView } from '../preuves/views.ts';
import { found, ofKind } from './shared/exchanges.ts';
import { transportGuide } from './shared/norms.ts';

/** The PSC token is refreshed before the exchange when it has expired. */
export const check: Check = {
  title: {
    fr: 'Le jeton PSC est rafraîchi avant l’échange quand il a expiré',
    en: 'The PSC token is refreshed before the exchange when it has expired',
  },
  assertions: ['PSC-TX-03'],
  clauses: [transportGuide('cas 1a')],
  reads: ['psc/token-exchange-request', 'psc/refresh-request'],

  findings: {
    'expired-token-exchanged': {
      says: {
        fr: 'Un jeton périmé depuis sa remise ({actual} s) a été envoyé à l’échange.',
        en: 'A token expired since it was issued ({actual} s) was sent to the exchange.',
      },
      fix: {
        fr: 'Rafraîchissez le jeton avant l’échange dès que expires_in est dépassé.',
        en: 'Refresh the token before the exchange once expires_in has passed.',
      },
    },
  },
  judge({ preuves }) {
    const exchanges = ofKind<TokenExchangeView>(preuves, 'psc/token-exchange-request');
    return {
      examined: exchanges.length,
      findings: exchanges
        .filter(({ view }) => view.subjectTokenState === 'expired')
        .map((request) =>
          found('expired-token-exchanged', request, {
            path: 'form.subject_token',
            actual: request.view.subjectTokenAge,
          }),
        ),
    };
  },
};

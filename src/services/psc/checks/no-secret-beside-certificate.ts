import type { Check } from '../../../domain/check.ts';
import type { CibaRequestView, TokenRequestView } from '../preuves/views.ts';
import { found, ofKind } from './shared/exchanges.ts';
import { oauth, transportGuide } from './shared/norms.ts';

/** In the Espace de Confiance, no client_secret is sent. */
export const check: Check = {
  title: {
    fr: 'Dans l’Espace de Confiance, aucun client_secret n’est envoyé',
    en: 'In the Espace de Confiance, no client_secret is sent',
  },
  assertions: ['PSC-TR-05'],
  clauses: [
    { source: 'industriels.esante.gouv.fr, FAQ, couloir 378', trust: 'V' },
    transportGuide('étape 9'),
    oauth('2.3'),
  ],
  reads: ['psc/token-request', 'psc/refresh-request', 'psc/ciba-request', 'psc/ciba-poll'],

  findings: {
    'secret-with-certificate': {
      says: {
        fr: 'Un secret est envoyé en plus du certificat client.',
        en: 'A secret is sent beside the client certificate.',
      },
      fix: {
        fr: 'Retirez client_secret : le certificat suffit, et deux moyens à la fois sont interdits.',
        en: 'Remove client_secret: the certificate is enough, and two means at once are forbidden.',
      },
    },
    'secret-in-trust-space': {
      says: {
        fr: 'Un secret est envoyé au lieu du certificat client.',
        en: 'A secret is sent instead of the client certificate.',
      },
      fix: {
        fr: 'Passez à tls_client_auth : l’Espace de Confiance n’admet que lui.',
        en: 'Move to tls_client_auth: the Espace de Confiance only allows that.',
      },
    },
  },
  judge({ preuves }) {
    const requests = ofKind<TokenRequestView | CibaRequestView>(
      preuves,
      'psc/token-request',
      'psc/refresh-request',
      'psc/ciba-request',
      'psc/ciba-poll',
    );
    return {
      examined: requests.length,
      findings: requests.flatMap((request) => {
        const { authMethods } = request.view;
        if (!authMethods.some((method) => method !== 'tls_client_auth')) return [];
        const code = authMethods.includes('tls_client_auth')
          ? 'secret-with-certificate'
          : 'secret-in-trust-space';
        return [found(code, request, { expected: 'tls_client_auth', actual: authMethods.join(', ') })];
      }),
    };
  },
};

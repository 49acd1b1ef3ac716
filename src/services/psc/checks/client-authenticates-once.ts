import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { CibaRequestView, TokenRequestView } from '../preuves/views.ts';
import { found, ofKind } from './shared/exchanges.ts';
import { oauth } from './shared/norms.ts';

/** The client authenticates by one means, never in the address. */
export const check: Check = {
  title: {
    fr: 'Le client s’authentifie par un seul moyen, jamais dans l’adresse',
    en: 'The client authenticates by one means, never in the address',
  },
  assertions: ['PSC-TR-03'],
  clauses: [oauth('2.3'), oauth('2.3.1')],
  reads: ['psc/token-request', 'psc/refresh-request', 'psc/ciba-request', 'psc/ciba-poll'],

  findings: {
    'several-authentication-means': {
      says: {
        fr: 'Le secret est envoyé de plusieurs façons : {actual}.',
        en: 'The secret is sent in several ways: {actual}.',
      },
      fix: {
        fr: 'Choisissez Basic ou le formulaire, pas les deux.',
        en: 'Choose Basic or the form, not both.',
      },
    },
    'secret-in-address': {
      says: { fr: 'client_secret est dans l’adresse.', en: 'client_secret is in the address.' },
      fix: {
        fr: 'Envoyez le secret dans l’en-tête Authorization (Basic) ou dans le corps.',
        en: 'Send the secret in the Authorization header (Basic) or in the body.',
      },
    },
    'client-not-authenticated': {
      says: { fr: 'Le client ne s’authentifie pas.', en: 'The client does not authenticate.' },
      fix: {
        fr: 'Ajoutez l’authentification Basic, client_secret au formulaire, ou un certificat client.',
        en: 'Add Basic authentication, client_secret in the form, or a client certificate.',
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
      findings: requests.flatMap((request): readonly Finding[] => {
        const { authMethods } = request.view;
        // A certificate beside a secret has its own check, since the regime decides.
        const secrets = authMethods.filter((method) => method !== 'tls_client_auth');
        return [
          ...(secrets.length > 1
            ? [found('several-authentication-means', request, { actual: secrets.join(', ') })]
            : []),
          ...(secrets.includes('secret-in-query')
            ? [found('secret-in-address', request, { path: 'query.client_secret' })]
            : []),
          ...(authMethods.length === 0 ? [found('client-not-authenticated', request)] : []),
        ];
      }),
    };
  },
};

import type { Check } from '../../../domain/check.ts';
import type { AuthorizationRequestView, TokenRequestView } from '../preuves/views.ts';
import { found, isConnected, ofKind, sessionProbes } from './shared/exchanges.ts';

/** A discovery of another issuer stops the login. */
export const check: Check = {
  title: {
    fr: 'Une découverte d’un autre émetteur arrête la connexion',
    en: 'A discovery of another issuer stops the login',
  },
  assertions: ['PSC-DI-02'],
  clauses: [{ source: 'OpenID Connect Discovery 1.0', section: '4.3', trust: 'V' }],
  reads: ['psc/authorization-request', 'psc/token-request', 'pilote/probe'],

  findings: {
    'code-exchanged': {
      says: {
        fr: 'Le code a été échangé alors que la découverte annonce un autre émetteur.',
        en: 'The code was exchanged though the discovery announces another issuer.',
      },
      fix: {
        fr: 'Comparez issuer du document à l’émetteur configuré avant de vous servir de ses adresses.',
        en: 'Compare the document’s issuer with the configured one before using its addresses.',
      },
    },
    'user-sent-to-portal': {
      says: {
        fr: 'L’utilisateur a été envoyé au portail alors que la découverte annonce un autre émetteur.',
        en: 'The user was sent to the portal though the discovery announces another issuer.',
      },
      fix: {
        fr: 'Arrêtez-vous à la lecture de la découverte : avec une adresse complète, openid-client ne fait pas cette comparaison.',
        en: 'Stop when the discovery is read: given a full address, openid-client does not make this comparison.',
      },
    },
    'session-opened': {
      says: {
        fr: 'La session s’est ouverte alors que la découverte annonce un autre émetteur.',
        en: 'The session opened though the discovery announces another issuer.',
      },
      fix: {
        fr: 'Comparez issuer du document à l’émetteur configuré.',
        en: 'Compare the document’s issuer with the configured one.',
      },
    },
  },
  judge({ preuves }) {
    const probes = sessionProbes(preuves);
    return {
      examined: probes.length,
      findings: [
        ...ofKind<AuthorizationRequestView>(preuves, 'psc/authorization-request').map((request) =>
          found('user-sent-to-portal', request),
        ),
        ...ofKind<TokenRequestView>(preuves, 'psc/token-request').map((request) =>
          found('code-exchanged', request),
        ),
        ...probes
          .filter(isConnected)
          .map((probe) =>
            found('session-opened', probe, { path: 'output.connecte', expected: false, actual: true }),
          ),
      ],
    };
  },
};

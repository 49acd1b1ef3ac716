import type { Service } from '../../domain/service.ts';
import { optionsSchema } from './simulator/options-schema.ts';
import { startPsc } from './simulator/start-psc.ts';
import { stateSchema } from './simulator/state-schema.ts';

/** Manifest of the simulated Pro Santé Connect, with CIBA and the Espace de Confiance. */
export const service: Service = {
  name: 'psc',
  title: { fr: 'Pro Santé Connect (simulé)', en: 'Pro Santé Connect (simulated)' },
  options: optionsSchema,
  state: stateSchema,
  secrets: ['client.secret'],
  kinds: {
    'psc/discovery-request': { fr: 'Lecture de la découverte', en: 'Discovery read' },
    'psc/jwks-request': { fr: 'Lecture des clés publiques', en: 'Public keys read' },
    'psc/authorization-request': { fr: 'Demande d’autorisation', en: 'Authorization request' },
    'psc/authorization-response': { fr: 'Retour vers le logiciel', en: 'Redirect to the software' },
    'psc/portal-request': { fr: 'Choix sur le portail simulé', en: 'Choice on the simulated portal' },
    'psc/token-request': { fr: 'Échange du code', en: 'Code exchange' },
    'psc/refresh-request': { fr: 'Rafraîchissement', en: 'Refresh' },
    'psc/ciba-request': { fr: 'Demande CIBA', en: 'CIBA request' },
    'psc/ciba-poll': { fr: 'Interrogation CIBA', en: 'CIBA poll' },
    'psc/userinfo-request': { fr: 'Lecture de userinfo', en: 'Userinfo read' },
    'psc/introspection-request': { fr: 'Introspection', en: 'Introspection' },
    'psc/revocation-request': { fr: 'Révocation', en: 'Revocation' },
    'psc/end-session-request': { fr: 'Fin de session', en: 'End of session' },
    'psc/token-exchange-request': { fr: 'Échange de jeton', en: 'Token exchange' },
    'psc/api-request': { fr: 'Appel de l’API de test', en: 'Call of the test API' },
    'psc/proxy-exchange': {
      fr: 'Appel du Proxy e-Santé par le banc',
      en: 'Call of the Proxy e-Santé by the bench',
    },
    'psc/unknown-request': { fr: 'Adresse que PSC n’a pas', en: 'Address that PSC does not have' },
  },
  targets: {
    'psc/discovery': { fr: 'Document de découverte', en: 'Discovery document' },
    'psc/jwks': { fr: 'Clés publiques', en: 'Public keys' },
    'psc/callback': { fr: 'Paramètres du retour', en: 'Callback parameters' },
    'psc/id-token': { fr: 'Jeton d’identité', en: 'ID token' },
    'psc/refreshed-id-token': { fr: 'Jeton d’identité rafraîchi', en: 'Refreshed ID token' },
    'psc/token-response': { fr: 'Réponse de jetons', en: 'Token response' },
    'psc/refresh-response': { fr: 'Réponse de rafraîchissement', en: 'Refresh response' },
    'psc/userinfo': { fr: 'Userinfo', en: 'Userinfo' },
    'psc/logout': { fr: 'Fin de session', en: 'End of session' },
    'psc/logout-return': { fr: 'Retour de déconnexion', en: 'Logout return' },
    'psc/ciba-response': { fr: 'Accusé CIBA', en: 'CIBA acknowledgement' },
    'psc/ciba-poll-response': { fr: 'Réponse à une interrogation CIBA', en: 'CIBA poll answer' },
    'psc/token-exchange-response': { fr: 'Réponse d’échange de jeton', en: 'Token exchange response' },
    'psc/api-response': { fr: 'Réponse de l’API de test', en: 'Test API answer' },
  },
  start: startPsc,
};

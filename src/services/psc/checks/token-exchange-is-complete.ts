import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { ApiRequestView, TokenExchangeView } from '../preuves/views.ts';
import { found, ofKind, parameterOf } from './shared/exchanges.ts';
import { transportGuide } from './shared/norms.ts';

/** The token exchange has all its parameters and the certificate of the API calls. */
export const check: Check = {
  title: {
    fr: 'L’échange de jeton porte tous ses paramètres et le certificat des appels d’API',
    en: 'The token exchange has all its parameters and the certificate of the API calls',
  },
  assertions: ['PSC-TX-01'],
  clauses: [transportGuide('étapes 9 à 12')],
  reads: ['psc/token-exchange-request', 'psc/api-request'],

  findings: {
    'grant-type-wrong': {
      says: { fr: 'grant_type vaut {actual}.', en: 'grant_type is {actual}.' },
      fix: {
        fr: 'Envoyez urn:ietf:params:oauth:grant-type:token-exchange.',
        en: 'Send urn:ietf:params:oauth:grant-type:token-exchange.',
      },
    },
    'subject-token-type-wrong': {
      says: { fr: 'subject_token_type vaut {actual}.', en: 'subject_token_type is {actual}.' },
      fix: {
        fr: 'Envoyez urn:ietf:params:oauth:token-type:access_token (ou :jwt).',
        en: 'Send urn:ietf:params:oauth:token-type:access_token (or :jwt).',
      },
    },
    'subject-token-not-valid': {
      says: { fr: 'subject_token est {actual}.', en: 'subject_token is {actual}.' },
      fix: {
        fr: 'Échangez le jeton d’accès PSC courant, rafraîchi s’il a expiré.',
        en: 'Exchange the current PSC access token, refreshed when it has expired.',
      },
    },
    'business-scope-missing': {
      says: { fr: 'scope est absent de l’échange.', en: 'scope is missing from the exchange.' },
      fix: {
        fr: 'Demandez les portées métier de l’API appelée.',
        en: 'Ask for the business scopes of the API called.',
      },
    },
    'certificate-missing': {
      says: {
        fr: 'L’échange ne présente pas de certificat client.',
        en: 'The exchange presents no client certificate.',
      },
      fix: {
        fr: 'Faites l’échange en TLS mutuel avec le certificat ORG AUTH_CLI.',
        en: 'Make the exchange over mutual TLS with the ORG AUTH_CLI certificate.',
      },
    },
    'certificate-changes': {
      says: {
        fr: 'L’API est appelée avec un autre certificat que l’échange.',
        en: 'The API is called with another certificate than the exchange.',
      },
      fix: {
        fr: 'Employez le même certificat pour l’échange et pour l’API.',
        en: 'Use the same certificate for the exchange and the API.',
      },
    },
  },
  judge({ preuves }) {
    const exchanges = ofKind<TokenExchangeView>(preuves, 'psc/token-exchange-request');
    const used = new Set(exchanges.flatMap(({ tls }) => tls?.clientCertificate?.sha256 ?? []));
    const others = ofKind<ApiRequestView>(preuves, 'psc/api-request').filter(({ tls }) => {
      const certificate = tls?.clientCertificate?.sha256;
      return certificate !== undefined && used.size > 0 && !used.has(certificate);
    });
    return {
      examined: exchanges.length,
      findings: [
        ...exchanges.flatMap((request): readonly Finding[] => {
          const { view } = request;
          const grant = parameterOf(view, 'grant_type') ?? '';
          const type = parameterOf(view, 'subject_token_type') ?? '';
          return [
            ...(grant === `${urn}grant-type:token-exchange`
              ? []
              : [found('grant-type-wrong', request, { path: 'form.grant_type', actual: grant })]),
            ...([`${urn}token-type:access_token`, `${urn}token-type:jwt`].includes(type)
              ? []
              : [
                  found('subject-token-type-wrong', request, {
                    path: 'form.subject_token_type',
                    actual: type,
                  }),
                ]),
            ...(view.subjectTokenState === 'valid'
              ? []
              : [
                  found('subject-token-not-valid', request, {
                    path: 'form.subject_token',
                    expected: 'valid',
                    actual: view.subjectTokenState,
                  }),
                ]),
            ...((parameterOf(view, 'scope') ?? '') === ''
              ? [found('business-scope-missing', request, { path: 'form.scope' })]
              : []),
            ...(request.tls?.clientCertificate === undefined ? [found('certificate-missing', request)] : []),
          ];
        }),
        ...others.map((request) => found('certificate-changes', request)),
      ],
    };
  },
};

const urn = 'urn:ietf:params:oauth:';

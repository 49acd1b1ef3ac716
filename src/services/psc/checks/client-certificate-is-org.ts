import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { CibaRequestView, TokenRequestView } from '../preuves/views.ts';
import { found, ofKind } from './shared/exchanges.ts';
import { transportGuide } from './shared/norms.ts';

/** The client certificate is an ORG AUTH_CLI of the expected authority. */
export const check: Check = {
  title: {
    fr: 'Le certificat client est un ORG AUTH_CLI de l’autorité attendue',
    en: 'The client certificate is an ORG AUTH_CLI of the expected authority',
  },
  assertions: ['PSC-TR-04'],
  clauses: [
    { source: 'industriels.esante.gouv.fr, FAQ, couloir 378', trust: 'V' },
    transportGuide('étape 9'),
    { source: 'openiddict-core, EXI PSC 24', trust: '2' },
  ],
  reads: ['psc/token-request', 'psc/refresh-request', 'psc/ciba-request', 'psc/ciba-poll'],

  findings: {
    'certificate-missing': {
      says: { fr: 'Aucun certificat client n’est présenté.', en: 'No client certificate is presented.' },
      fix: {
        fr: 'Présentez le certificat ORG AUTH_CLI à chaque appel au point d’accès aux jetons.',
        en: 'Present the ORG AUTH_CLI certificate in each call to the token endpoint.',
      },
    },
    'certificate-refused': {
      says: {
        fr: 'Le certificat {actual} n’est pas de l’autorité attendue, ou n’est pas valide.',
        en: 'The certificate {actual} is not of the expected authority, or is not valid.',
      },
      fix: {
        fr: 'Présentez le certificat remis pour ce banc (IGC-Santé en production), non expiré.',
        en: 'Present the certificate given for this bench (IGC-Santé in production), not expired.',
      },
    },
    'certificate-not-for-client': {
      says: {
        fr: 'Le certificat ne sert pas à authentifier un client (clientAuth absent).',
        en: 'The certificate is not for client authentication (no clientAuth).',
      },
      fix: {
        fr: 'Utilisez un certificat AUTH_CLI, non celui d’un serveur.',
        en: 'Use an AUTH_CLI certificate, not a server’s.',
      },
    },
    'certificate-subject': {
      says: {
        fr: 'Le sujet {actual} n’a pas à la fois OU (structure) et CN.',
        en: 'The subject {actual} does not have both OU (structure) and CN.',
      },
      fix: {
        fr: 'Demandez un certificat ORG dont OU porte l’identifiant de la structure.',
        en: 'Ask for an ORG certificate whose OU holds the structure’s identifier.',
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
        const certificate = request.tls?.clientCertificate;
        if (certificate === undefined) return [found('certificate-missing', request)];
        const { subject, extendedKeyUsage } = certificate;
        const refused = !certificate.trusted || request.view.anomalies.includes('client-certificate-refused');
        const hasBoth = /(^|[,\n/])\s*OU=[^,\n]/.test(subject) && /(^|[,\n/])\s*CN=[^,\n]/.test(subject);
        return [
          ...(refused ? [found('certificate-refused', request, { actual: subject })] : []),
          ...(extendedKeyUsage.includes('1.3.6.1.5.5.7.3.2')
            ? []
            : [
                found('certificate-not-for-client', request, {
                  expected: '1.3.6.1.5.5.7.3.2',
                  actual: extendedKeyUsage.join(' '),
                }),
              ]),
          ...(hasBoth ? [] : [found('certificate-subject', request, { actual: subject })]),
        ];
      }),
    };
  },
};

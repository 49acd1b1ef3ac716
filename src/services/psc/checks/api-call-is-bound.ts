import type { Check } from '../../../domain/check.ts';
import type { ApiRequestView } from '../preuves/views.ts';
import { found, ofKind } from './shared/exchanges.ts';
import { transportGuide } from './shared/norms.ts';

/** The API is called with the certificate that the token is bound to. */
export const check: Check = {
  title: {
    fr: 'L’API est appelée avec le certificat auquel le jeton est lié',
    en: 'The API is called with the certificate that the token is bound to',
  },
  assertions: ['PSC-TX-02'],
  clauses: [transportGuide('étape 12'), { source: 'RFC 8705', section: '3', trust: 'V' }],
  reads: ['psc/api-request'],

  findings: {
    'certificate-missing': {
      says: {
        fr: 'L’API est appelée sans certificat client.',
        en: 'The API is called without a client certificate.',
      },
      fix: {
        fr: 'Présentez le certificat de l’échange à chaque appel d’API.',
        en: 'Present the certificate of the exchange in each API call.',
      },
    },
    'certificate-mismatch': {
      says: {
        fr: 'Le certificat présenté n’est pas celui de cnf.x5t#S256.',
        en: 'The certificate presented is not that of cnf.x5t#S256.',
      },
      fix: {
        fr: 'Présentez le certificat qui a servi à l’échange.',
        en: 'Present the certificate that made the exchange.',
      },
    },
    'token-unbound': {
      says: {
        fr: 'Le jeton présenté n’est lié à aucun certificat ({actual}).',
        en: 'The token presented is bound to no certificate ({actual}).',
      },
      fix: {
        fr: 'Présentez le jeton reçu de l’échange, non le jeton PSC.',
        en: 'Present the token received from the exchange, not the PSC token.',
      },
    },
  },
  judge({ preuves }) {
    const calls = ofKind<ApiRequestView>(preuves, 'psc/api-request');
    const codes = {
      'no-certificate': 'certificate-missing',
      mismatch: 'certificate-mismatch',
      unbound: 'token-unbound',
    } as const;
    return {
      examined: calls.length,
      findings: calls.flatMap((call) =>
        call.view.binding === 'match'
          ? []
          : [found(codes[call.view.binding], call, { expected: 'match', actual: call.view.tokenState })],
      ),
    };
  },
};

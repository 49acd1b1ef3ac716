import type { Check } from '../../../domain/check.ts';
import type { HttpExchangeView } from '../../../domain/preuve.ts';
import type { CibaRequestView } from '../preuves/views.ts';
import { found, ofKind, textOf } from './shared/exchanges.ts';

/** The proxy uses one certificate for each client. */
export const check: Check = {
  title: {
    fr: 'Le proxy emploie un certificat par client',
    en: 'The proxy uses one certificate for each client',
  },
  assertions: ['PSC-PX-04'],
  clauses: [
    {
      source: 'ansforge/psc-edc-proxy-esante, test useDifferentCertificatesFromDifferentSessions (exemple)',
      trust: 'V',
    },
  ],
  reads: ['psc/proxy-exchange', 'psc/ciba-request'],

  findings: {
    'certificate-shared': {
      says: {
        fr: 'Des clients différents ({actual}) passent par le même certificat.',
        en: 'Different clients ({actual}) go through the same certificate.',
      },
      fix: {
        fr: 'Associez un certificat à chaque clientId, ou justifiez un certificat unique par proxy : les sources se contredisent.',
        en: 'Give each clientId its certificate, or argue one certificate for the proxy: the sources disagree.',
      },
    },
  },
  judge({ preuves }) {
    const connects = ofKind<HttpExchangeView & { readonly operation: string }>(
      preuves,
      'psc/proxy-exchange',
    ).filter(({ view }) => view.operation === 'proxy-connect');
    const seen = connects.flatMap((connect) => {
      const client = textOf(connect.view.json, 'clientId');
      const request = ofKind<CibaRequestView>(preuves, 'psc/ciba-request').find(
        ({ step }) => step !== undefined && step === connect.step,
      );
      const certificate = request?.tls?.clientCertificate?.sha256;
      return client === undefined || request === undefined || certificate === undefined
        ? []
        : [{ client, certificate, request }];
    });
    const clients = new Set(seen.map(({ client }) => client));
    return {
      examined: clients.size < 2 ? 0 : seen.length,
      findings: seen.flatMap(({ client, certificate, request }, index) => {
        const other = seen
          .slice(0, index)
          .find((before) => before.certificate === certificate && before.client !== client);
        return other === undefined
          ? []
          : [found('certificate-shared', request, { actual: `${other.client}, ${client}` })];
      }),
    };
  },
};

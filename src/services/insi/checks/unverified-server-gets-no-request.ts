import type { Check } from '../../../domain/check.ts';
import type { FaultDeliveredView } from '../../../domain/preuve.ts';
import type { InsiCallView } from '../preuves/views.ts';
import { inPreuve } from './shared/identity-states.ts';

/** Nothing is sent to a server whose certificate does not verify. */
export const check: Check = {
  title: {
    fr: 'Rien n’est envoyé à un serveur dont le certificat ne se vérifie pas',
    en: 'Nothing is sent to a server whose certificate does not verify',
  },
  assertions: ['INS-WS-030'],
  clauses: [
    { source: 'RFC 9110', section: '4.3.4', trust: 'V' },
    { source: 'REM 2023-02', section: 'SSI/GEN.12', trust: 'V' },
  ],
  reads: [
    'fault/delivered',
    'insi/traits-request',
    'insi/vitale-request',
    'insi/verification-request',
    'insi/bulk-deposit',
    'insi/bulk-result',
    'insi/unknown-request',
  ],
  findings: {
    'request-to-unverified-server': {
      says: {
        fr: 'Une requête {actual} est partie vers un serveur au certificat refusable ({faute})',
        en: 'A request {actual} went to a server whose certificate is to be refused ({faute})',
      },
      fix: {
        fr: 'Vérifiez dates, chaîne jusqu’à l’autorité approuvée et nom d’hôte avant d’envoyer quoi que ce soit, sans option pour passer outre',
        en: 'Verify dates, chain up to the trusted authority and host name before sending anything, with no option to go on',
      },
    },
  },
  judge({ preuves }) {
    const shown = preuves.filter(
      ({ kind, view }) =>
        kind === 'fault/delivered' && (view as FaultDeliveredView).target === 'insi/certificate',
    );
    const findings = preuves
      .filter(({ kind }) => kind.startsWith('insi/'))
      .flatMap((preuve) => {
        const { method, path, operation, certificateFaults } = preuve.view as Partial<InsiCallView>;
        if (certificateFaults === undefined || method === undefined || method === '') return [];
        return [
          inPreuve(preuve, 'request', {
            code: 'request-to-unverified-server',
            actual: operation ?? `${method} ${path ?? ''}`,
            values: { faute: certificateFaults.join(', ') },
          }),
        ];
      });
    return { examined: shown.length, findings };
  },
};

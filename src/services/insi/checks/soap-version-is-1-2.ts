import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

/** The envelope is SOAP 1.2. */
export const check: Check = {
  title: { fr: 'L’enveloppe est en SOAP 1.2', en: 'The envelope is SOAP 1.2' },
  assertions: ['INS-WS-001'],
  clauses: [{ source: 'WSDL ServiceIdentiteCertifiee-v1', section: 'ServiceIdentiteCertifiee', trust: 'V' }],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'soap-1-1': {
      says: {
        fr: 'L’enveloppe est en SOAP {actual}, INSi parle SOAP 1.2',
        en: 'The envelope is SOAP {actual}, INSi speaks SOAP 1.2',
      },
      fix: {
        fr: 'Utilisez l’espace de noms http://www.w3.org/2003/05/soap-envelope',
        en: 'Use the name space http://www.w3.org/2003/05/soap-envelope',
      },
    },
  },
  judge({ preuves }) {
    const calls = insiCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        if (call.view.soapVersion === '1.2') return [];
        return [
          inCall(call, 'Envelope', {
            code: 'soap-1-1',
            expected: '1.2',
            actual: call.view.soapVersion ?? '',
          }),
        ];
      }),
    };
  },
};

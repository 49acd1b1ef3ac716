import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

const actionPrefix = 'urn:ServiceIdentiteCertifiee:1.0.0:';

/** wsa:Action is that of the operation in the body. */
export const check: Check = {
  title: {
    fr: 'wsa:Action est celle de l’opération du corps',
    en: 'wsa:Action is that of the operation in the body',
  },
  assertions: ['INS-WS-002'],
  clauses: [{ source: 'WSDL ServiceIdentiteCertifiee-v1', section: 'ServiceIdentiteCertifiee', trust: 'V' }],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'action-missing': {
      says: { fr: 'wsa:Action est absent', en: 'wsa:Action is missing' },
      fix: { fr: 'Ajoutez wsa:Action à l’en-tête SOAP', en: 'Add wsa:Action to the SOAP header' },
    },
    'action-mismatch': {
      says: {
        fr: 'wsa:Action vaut « {actual} », le corps demande « {expected} »',
        en: 'wsa:Action is "{actual}", the body asks for "{expected}"',
      },
      fix: { fr: 'Accordez wsa:Action à l’opération appelée', en: 'Set wsa:Action to the operation called' },
    },
  },
  judge({ preuves }) {
    const calls = insiCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        const { action } = call.view.header;
        const expected = `${actionPrefix}${call.view.operation ?? ''}`;
        if (action === undefined)
          return [inCall(call, 'Header/Action', { code: 'action-missing', expected })];
        if (call.preuve.kind === 'insi/verification-request' || action === expected) return [];
        return [inCall(call, 'Header/Action', { code: 'action-mismatch', expected, actual: action })];
      }),
    };
  },
};

import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

/** LPS/IDAM has R="4" and the declared authorisation number. */
export const check: Check = {
  title: {
    fr: 'LPS/IDAM porte R="4" et le numéro d’autorisation déclaré',
    en: 'LPS/IDAM has R="4" and the declared authorisation number',
  },
  assertions: ['INS-WS-006'],
  clauses: [{ source: 'Clients publics d’INSi', section: 'échanges observés', trust: '2' }],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'idam-missing': {
      says: { fr: 'LPS/IDAM est absent ou vide', en: 'LPS/IDAM is missing or empty' },
      fix: {
        fr: 'Envoyez le numéro d’autorisation CNDA du logiciel',
        en: 'Send the CNDA authorisation number of the software',
      },
    },
    'idam-r': {
      says: {
        fr: 'L’attribut R de LPS/IDAM vaut « {actual} »',
        en: 'The R attribute of LPS/IDAM is "{actual}"',
      },
      fix: { fr: 'Écrivez R="4"', en: 'Write R="4"' },
    },
    'idam-differs': {
      says: {
        fr: 'LPS/IDAM vaut « {actual} », le dossier déclare « {expected} »',
        en: 'LPS/IDAM is "{actual}", the dossier declares "{expected}"',
      },
      fix: {
        fr: 'Corrigez le réglage du logiciel ou services.insi.idam du dossier',
        en: 'Correct the software’s setting or services.insi.idam in the dossier',
      },
    },
  },
  judge({ preuves, facts }) {
    const calls = insiCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        const lps = call.view.header.contexteLps;
        const idam = lps?.idam?.trim() ?? '';
        if (idam === '') return [inCall(call, 'Header/ContexteLPS/LPS/IDAM', { code: 'idam-missing' })];
        const declared = facts.services['insi']?.['idam'];
        return [
          ...(lps?.idamR === '4'
            ? []
            : [
                inCall(call, 'Header/ContexteLPS/LPS/IDAM/@R', {
                  code: 'idam-r',
                  expected: '4',
                  actual: lps?.idamR ?? '',
                }),
              ]),
          ...(typeof declared === 'string' && declared !== idam
            ? [
                inCall(call, 'Header/ContexteLPS/LPS/IDAM', {
                  code: 'idam-differs',
                  expected: declared,
                  actual: idam,
                }),
              ]
            : []),
        ];
      }),
    };
  },
};

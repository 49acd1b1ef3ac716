import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

/** LPS/Nom is a URN of the software, LPS/Version its version. */
export const check: Check = {
  title: {
    fr: 'LPS/Nom est une URN du logiciel, LPS/Version sa version',
    en: 'LPS/Nom is a URN of the software, LPS/Version its version',
  },
  assertions: ['INS-WS-008'],
  clauses: [{ source: 'Clients publics d’INSi', section: 'échanges observés', trust: '2' }],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'lps-nom': {
      says: { fr: 'LPS/Nom vaut « {actual} »', en: 'LPS/Nom is "{actual}"' },
      fix: { fr: 'Écrivez urn:lps:<nom>:<version>', en: 'Write urn:lps:<name>:<version>' },
    },
    'lps-version': {
      says: {
        fr: 'LPS/Version vaut « {actual} », la solution déclarée est en « {expected} »',
        en: 'LPS/Version is "{actual}", the declared solution is "{expected}"',
      },
      fix: {
        fr: 'Accordez la version envoyée et celle du dossier',
        en: 'Make the version sent and that of the dossier agree',
      },
    },
  },
  judge({ preuves, facts }) {
    const calls = insiCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        const lps = call.view.header.contexteLps;
        const declared = facts.solution['version'];
        return [
          ...(/^urn:lps:[^:\s]+(:[^:\s]+)?$/.test(lps?.nom ?? '')
            ? []
            : [
                inCall(call, 'Header/ContexteLPS/LPS/Nom', {
                  code: 'lps-nom',
                  expected: 'urn:lps:<nom>:<version>',
                  actual: lps?.nom ?? '',
                }),
              ]),
          ...(typeof declared === 'string' && lps?.lpsVersion !== declared
            ? [
                inCall(call, 'Header/ContexteLPS/LPS/Version', {
                  code: 'lps-version',
                  expected: declared,
                  actual: lps?.lpsVersion ?? '',
                }),
              ]
            : []),
        ];
      }),
    };
  },
};

import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, traitsCalls } from './shared/insi-calls.ts';

/** The sex sent is F or M. */
export const check: Check = {
  title: { fr: 'Le sexe envoyé est F ou M', en: 'The sex sent is F or M' },
  assertions: ['INS-WS-019'],
  clauses: [{ source: 'SEL-MP-043 (cité par un éditeur)', section: 'EF_INS25_04', trust: '2' }],
  reads: ['insi/traits-request'],
  findings: {
    sex: {
      says: { fr: 'Le sexe envoyé vaut « {actual} »', en: 'The sex sent is "{actual}"' },
      fix: { fr: 'N’appelez INSi qu’avec F ou M', en: 'Call INSi with F or M only' },
    },
  },
  judge({ preuves }) {
    const calls = traitsCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        const sexe = call.view.traits?.sexe;
        if (sexe === undefined || sexe === 'F' || sexe === 'M') return [];
        return [inCall(call, 'Body/RECSANSVITALE/Sexe', { code: 'sex', expected: 'F | M', actual: sexe })];
      }),
    };
  },
};

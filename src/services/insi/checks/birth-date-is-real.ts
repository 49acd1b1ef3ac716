import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, traitsCalls } from './shared/insi-calls.ts';

function isRealDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** The birth date sent is a real date. */
export const check: Check = {
  title: { fr: 'La date de naissance envoyée est une date réelle', en: 'The birth date sent is a real date' },
  assertions: ['INS-WS-020'],
  clauses: [{ source: 'Clients publics d’INSi', section: 'échanges observés', trust: '2' }],
  reads: ['insi/traits-request'],
  findings: {
    'birth-date': {
      says: { fr: 'La date de naissance vaut « {actual} »', en: 'The birth date is "{actual}"' },
      fix: {
        fr: 'Envoyez AAAA-MM-JJ, une date réelle et passée',
        en: 'Send YYYY-MM-DD, a real and past date',
      },
    },
  },
  judge({ preuves }) {
    const calls = traitsCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        const date = call.view.traits?.dateNaissance;
        if (date === undefined || isRealDate(date)) return [];
        return [
          inCall(call, 'Body/RECSANSVITALE/DateNaissance', {
            code: 'birth-date',
            expected: 'AAAA-MM-JJ',
            actual: date,
          }),
        ];
      }),
    };
  },
};

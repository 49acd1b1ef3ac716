import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, traitsCalls } from './shared/insi-calls.ts';

/** Each given name has the allowed characters only. */
export const check: Check = {
  title: {
    fr: 'Chaque prénom n’a que les caractères admis',
    en: 'Each given name has the allowed characters only',
  },
  assertions: ['INS-WS-018'],
  clauses: [{ source: 'SEL-MP-043 (cité par un éditeur)', section: 'EF_INS10_02', trust: '2' }],
  reads: ['insi/traits-request'],
  findings: {
    'given-name': {
      says: {
        fr: 'Le prénom « {actual} » a des caractères ou une forme non admis',
        en: 'The given name "{actual}" has characters or a form not allowed',
      },
      fix: {
        fr: 'Envoyez A-Z, espace, apostrophe droite et tiret simple, sans tiret ni apostrophe en fin',
        en: 'Send A-Z, space, straight apostrophe and single hyphen, no trailing hyphen or apostrophe',
      },
    },
  },
  judge({ preuves }) {
    const calls = traitsCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        return (call.view.traits?.prenoms ?? [])
          .filter((name) => !/^(?!.*(?: {2}|''|--))[A-Z'](?:[A-Z '-]*[A-Z])?$/.test(name))
          .map((name) => inCall(call, 'Body/RECSANSVITALE/Prenom', { code: 'given-name', actual: name }));
      }),
    };
  },
};

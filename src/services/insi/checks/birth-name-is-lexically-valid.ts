import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, traitsCalls } from './shared/insi-calls.ts';

/** The birth name has the allowed characters only. */
export const check: Check = {
  title: {
    fr: 'Le nom de naissance n’a que les caractères admis',
    en: 'The birth name has the allowed characters only',
  },
  assertions: ['INS-WS-017'],
  clauses: [{ source: 'SEL-MP-043 (cité par un éditeur)', section: 'EF_INS01_03, EF_INS10_01', trust: '2' }],
  reads: ['insi/traits-request'],
  findings: {
    'birth-name': {
      says: {
        fr: 'Le nom « {actual} » a des caractères ou une forme non admis',
        en: 'The name "{actual}" has characters or a form not allowed',
      },
      fix: {
        fr: 'Envoyez A-Z, espace, apostrophe droite et tiret, sans doublement ni espace ou tiret en tête',
        en: 'Send A-Z, space, straight apostrophe and hyphen, without doubling nor a leading space or hyphen',
      },
    },
  },
  judge({ preuves }) {
    const calls = traitsCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        const name = call.view.traits?.nomNaissance;
        if (name === undefined || /^(?!.*(?: {2}|' '|''|---| '|' ))[A-Z'](?:[A-Z '-]*[A-Z])?$/.test(name))
          return [];
        return [inCall(call, 'Body/RECSANSVITALE/NomNaissance', { code: 'birth-name', actual: name })];
      }),
    };
  },
};

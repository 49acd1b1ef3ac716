import type { Check } from '../../../domain/check.ts';
import { contradictions } from '../../../formats/ins/ins-traits.ts';
import { parseMatricule } from '../../../formats/ins/matricule.ts';
import { judgePids, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

const paths = { sexe: 'PID-8', annee: 'PID-7', mois: 'PID-7', lieu: 'PID-11' } as const;

/** What the number says of sex, date and place of birth agrees with the traits sent beside it. */
export const check: Check = {
  title: {
    fr: 'Le matricule et les traits du message ne se contredisent pas',
    en: 'Matricule and traits of the message do not contradict each other',
  },
  assertions: ['INS-CDA-005', 'INS-HL7-009', 'INS-HL7-010'],
  clauses: [{ source: 'Structure du NIR', trust: 'R' }],
  reads: messageKinds,
  findings: {
    'sex-differs': contradiction('le sexe', 'the sex'),
    'year-differs': contradiction('l’année de naissance', 'the year of birth'),
    'month-differs': contradiction('le mois de naissance', 'the month of birth'),
    'place-differs': contradiction('le lieu de naissance', 'the birth place'),
  },
  judge: (input) =>
    judgePids(input, (pid) => {
      const numbers = pid.ins.filter((ins) => ins.expires === '').map((ins) => parseMatricule(ins.value));
      if (numbers.every((number) => number === undefined)) return undefined;
      const codes = {
        sexe: 'sex-differs',
        annee: 'year-differs',
        mois: 'month-differs',
        lieu: 'place-differs',
      } as const;
      return numbers.flatMap((number) =>
        number === undefined
          ? []
          : contradictions(number, pid.traits).map(({ trait, expected, actual }) => ({
              code: codes[trait],
              expected,
              actual,
              ...placeIn(pid.segment, trait === 'lieu' ? (pid.birthPlacePath ?? paths.lieu) : paths[trait]),
            })),
      );
    }),
};

function contradiction(fr: string, en: string): ReturnType<typeof sentences> {
  return sentences(
    `Le matricule dit {expected} et le message {actual} pour ${fr}.`,
    `The matricule says {expected} and the message {actual} for ${en}.`,
    'Vérifier que le matricule est bien celui de ce patient : reprendre l’INS par un appel INSi.',
    'Check that the matricule is that of this patient: get the INS again from INSi.',
  );
}

import type { Check } from '../../../domain/check.ts';
import { contradicted, contradictionTexts } from './reading/contradiction.ts';
import { judgePids, messageKinds, placeIn } from './reading/judge-messages.ts';

const paths = { sexe: 'PID-8', annee: 'PID-7', mois: 'PID-7', lieu: 'PID-11' } as const;

/** What the number says of sex, date and place of birth agrees with the traits sent beside it. */
export const check: Check = {
  title: {
    fr: 'Le matricule et les traits du message ne se contredisent pas',
    en: 'Matricule and traits of the message do not contradict each other',
  },
  assertions: ['INS-HL7-009', 'INS-HL7-010'],
  clauses: [{ source: 'Structure du NIR', trust: 'R' }],
  reads: messageKinds,
  findings: contradictionTexts,
  judge: (input) =>
    judgePids(input, (pid) => {
      const seen = pid.ins
        .filter(({ expires }) => expires === '')
        .flatMap(({ value }) => {
          const found = contradicted(value, pid.traits);
          return found === undefined ? [] : [found];
        });
      if (seen.length === 0) return undefined;
      return seen.flat().map(({ code, trait, expected, actual }) => ({
        code,
        expected,
        actual,
        ...placeIn(pid.segment, trait === 'lieu' ? (pid.birthPlacePath ?? paths.lieu) : paths[trait]),
      }));
    }),
};

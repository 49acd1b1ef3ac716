import type { Fault } from '../../../domain/fault.ts';
import type { InsiAnswer } from '../preuves/answer.ts';

/** Gives a birth date whose month and day are 00. */
export const fault: Fault<InsiAnswer> = {
  title: { fr: 'Mois et jour de naissance à 00', en: 'Birth month and day 00' },
  target: 'insi/answer',
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.28', trust: 'V' }],
  apply: (answer) =>
    answer.individu === undefined
      ? answer
      : {
          ...answer,
          individu: {
            ...answer.individu,
            dateNaissance: `${answer.individu.dateNaissance.slice(0, 4)}-00-00`,
          },
        },
};

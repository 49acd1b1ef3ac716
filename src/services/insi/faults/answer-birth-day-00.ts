import type { Fault } from '../../../domain/fault.ts';
import type { InsiAnswer } from '../preuves/answer.ts';

/** Gives a birth date whose day is 00: the software must refuse the return. */
export const fault: Fault<InsiAnswer> = {
  title: { fr: 'Jour de naissance à 00', en: 'Birth day 00' },
  target: 'insi/answer',
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.28', trust: 'V' }],
  apply: (answer) =>
    answer.individu === undefined
      ? answer
      : {
          ...answer,
          individu: { ...answer.individu, dateNaissance: `${answer.individu.dateNaissance.slice(0, 8)}00` },
        },
};

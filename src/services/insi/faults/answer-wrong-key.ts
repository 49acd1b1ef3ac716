import type { Fault } from '../../../domain/fault.ts';
import type { InsiAnswer } from '../preuves/answer.ts';

/** Gives a matricule whose key is wrong. */
export const fault: Fault<InsiAnswer> = {
  title: { fr: 'Clé du matricule fausse', en: 'Wrong matricule key' },
  target: 'insi/answer',
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.41', trust: 'V' }],
  apply: (answer) =>
    answer.individu === undefined
      ? answer
      : {
          ...answer,
          individu: {
            ...answer.individu,
            actif: { ...answer.individu.actif, cle: answer.individu.actif.cle === '01' ? '02' : '01' },
          },
        },
};

import type { Fault } from '../../../domain/fault.ts';
import type { InsiAnswer } from '../preuves/answer.ts';

/** Gives an empty birth name. */
export const fault: Fault<InsiAnswer> = {
  title: { fr: 'Nom de naissance vide', en: 'Empty birth name' },
  target: 'insi/answer',
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.31.01', trust: 'V' }],
  apply: (answer) =>
    answer.individu === undefined
      ? answer
      : { ...answer, individu: { ...answer.individu, nomNaissance: '' } },
};

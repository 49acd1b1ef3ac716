import type { Fault } from '../../../domain/fault.ts';
import type { InsiAnswer } from '../preuves/answer.ts';

/** Gives an empty sex. */
export const fault: Fault<InsiAnswer> = {
  title: { fr: 'Sexe vide', en: 'Empty sex' },
  target: 'insi/answer',
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.31.03', trust: 'V' }],
  apply: (answer) =>
    answer.individu === undefined ? answer : { ...answer, individu: { ...answer.individu, sexe: '' } },
};

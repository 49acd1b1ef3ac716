import type { Fault } from '../../../domain/fault.ts';
import type { InsiAnswer } from '../preuves/answer.ts';

/** Gives an empty list of given names. */
export const fault: Fault<InsiAnswer> = {
  title: { fr: 'Liste de prénoms vide', en: 'Empty given names' },
  target: 'insi/answer',
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.31.02', trust: 'V' }],
  apply: (answer) =>
    answer.individu === undefined ? answer : { ...answer, individu: { ...answer.individu, listePrenom: '' } },
};

import type { Fault } from '../../../domain/fault.ts';
import type { InsiAnswer } from '../preuves/answer.ts';

/** Gives another birth place than the one known. */
export const fault: Fault<InsiAnswer> = {
  title: { fr: 'Lieu de naissance différent', en: 'Other birth place' },
  target: 'insi/answer',
  legitimate: true,
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.52', trust: 'V' }],
  apply: (answer) =>
    answer.individu === undefined
      ? answer
      : { ...answer, individu: { ...answer.individu, lieuNaissance: '99135' } },
};

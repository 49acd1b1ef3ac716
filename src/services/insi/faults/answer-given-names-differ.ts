import type { Fault } from '../../../domain/fault.ts';
import type { InsiAnswer } from '../preuves/answer.ts';

/** Gives a list of given names that does not start with the one typed: the user must be warned. */
export const fault: Fault<InsiAnswer> = {
  title: { fr: 'Prénoms incohérents avec la saisie', en: 'Given names incoherent with the entry' },
  target: 'insi/answer',
  legitimate: true,
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.51', trust: 'V' }],
  apply: (answer) =>
    answer.individu === undefined
      ? answer
      : {
          ...answer,
          individu: { ...answer.individu, listePrenom: `ZZAUTRE ${answer.individu.listePrenom}` },
        },
};

import type { Fault } from '../../../domain/fault.ts';
import type { InsiAnswer } from '../preuves/answer.ts';

/** Answers KO to a verification, or to each of a deposit. */
export const fault: Fault<InsiAnswer> = {
  title: { fr: 'Vérification KO', en: 'Verification KO' },
  target: 'insi/answer',
  legitimate: true,
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.08', trust: 'V' }],
  apply: (answer) => ({
    ...answer,
    ...(answer.verification === undefined ? {} : { verification: 'KO' }),
    ...(answer.verifications === undefined
      ? {}
      : { verifications: answer.verifications.map((one) => ({ ...one, resultat: 'KO' })) }),
  }),
};

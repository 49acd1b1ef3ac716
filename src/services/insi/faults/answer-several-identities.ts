import type { Fault } from '../../../domain/fault.ts';
import type { InsiAnswer } from '../preuves/answer.ts';

/** Answers that several identities were found. */
export const fault: Fault<InsiAnswer> = {
  title: { fr: 'Réponse 02, plusieurs identités', en: 'Answer 02, several identities' },
  target: 'insi/answer',
  legitimate: true,
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.35', trust: 'V' }],
  apply: () => ({ codeCR: '02', libelleCR: 'Plusieurs identites trouvees' }),
};

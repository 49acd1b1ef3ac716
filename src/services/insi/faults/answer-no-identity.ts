import type { Fault } from '../../../domain/fault.ts';
import type { InsiAnswer } from '../preuves/answer.ts';

/** Answers that nobody was found. */
export const fault: Fault<InsiAnswer> = {
  title: { fr: 'Réponse 01, aucune identité', en: 'Answer 01, no identity' },
  target: 'insi/answer',
  legitimate: true,
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.35', trust: 'V' }],
  apply: () => ({ codeCR: '01', libelleCR: 'Aucune identite trouvee' }),
};

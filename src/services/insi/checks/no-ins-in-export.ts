import type { Check } from '../../../domain/check.ts';
import { carriesIns } from './shared/exported-document.ts';
import { answers, inPreuve } from './shared/identity-states.ts';

/** The document of an identity not qualified has no INS. */
export const check: Check = {
  title: {
    fr: 'Le document d’une identité non qualifiée ne porte pas d’INS',
    en: 'The document of an identity not qualified has no INS',
  },
  assertions: ['INS-CDA-007'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.53, INS/va1.59', trust: 'V' }],
  reads: ['pilote/action', 'pilote/probe'],
  findings: {
    'ins-sent': {
      says: {
        fr: 'Le document porte un INS alors que l’identité n’est pas qualifiée',
        en: 'The document has an INS though the identity is not qualified',
      },
      fix: {
        fr: 'N’écrivez matricule et OID que si l’identité est qualifiée',
        en: 'Write matricule and OID only when the identity is qualified',
      },
    },
  },
  judge({ preuves }) {
    const documents = answers(preuves).filter(({ output }) => carriesIns(output) !== undefined);
    const findings = documents
      .filter(({ output }) => carriesIns(output) === true)
      .map(({ preuve }) => inPreuve(preuve, 'output.contenu', { code: 'ins-sent' }));
    return { examined: documents.length, findings };
  },
};

import type { Check } from '../../../domain/check.ts';
import { carriesIns } from './shared/exported-document.ts';
import { answers, inPreuve } from './shared/identity-states.ts';

/** The document of a qualified identity has the INS. */
export const check: Check = {
  title: {
    fr: 'Le document d’une identité qualifiée porte l’INS',
    en: 'The document of a qualified identity has the INS',
  },
  assertions: ['INS-HL7-022'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.53, INS/va1.59', trust: 'V' }],
  reads: ['pilote/action', 'pilote/probe'],
  findings: {
    'ins-not-sent': {
      says: {
        fr: 'Le document ne porte pas d’INS alors que l’identité est qualifiée',
        en: 'The document has no INS though the identity is qualified',
      },
      fix: {
        fr: 'Écrivez matricule et OID d’une identité qualifiée',
        en: 'Write matricule and OID of a qualified identity',
      },
    },
  },
  judge({ preuves }) {
    const documents = answers(preuves).filter(({ output }) => carriesIns(output) !== undefined);
    const findings = documents
      .filter(({ output }) => carriesIns(output) === false)
      .map(({ preuve }) => inPreuve(preuve, 'output.contenu', { code: 'ins-not-sent' }));
    return { examined: documents.length, findings };
  },
};

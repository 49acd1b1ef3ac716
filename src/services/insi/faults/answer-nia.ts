import type { Fault } from '../../../domain/fault.ts';
import type { InsiAnswer } from '../preuves/answer.ts';

/** Gives the INS under the NIA authority. */
export const fault: Fault<InsiAnswer> = {
  title: { fr: 'Matricule NIA', en: 'NIA matricule' },
  target: 'insi/answer',
  legitimate: true,
  clauses: [{ source: 'WSDL ServiceIdentiteCertifiee-v1', section: 'RESULTAT', trust: 'V' }],
  apply: (answer) =>
    answer.individu === undefined
      ? answer
      : {
          ...answer,
          individu: { ...answer.individu, actif: { ...answer.individu.actif, oid: '1.2.250.1.213.1.4.9' } },
        },
};

import type { Fault } from '../../../domain/fault.ts';
import type { InsiAnswer } from '../preuves/answer.ts';

/** Gives two former matricules beside the active one. */
export const fault: Fault<InsiAnswer> = {
  title: { fr: 'Historique de deux matricules', en: 'History of two matricules' },
  target: 'insi/answer',
  legitimate: true,
  clauses: [{ source: 'WSDL ServiceIdentiteCertifiee-v1', section: 'INSHISTO', trust: 'V' }],
  apply: (answer) =>
    answer.individu === undefined
      ? answer
      : {
          ...answer,
          individu: {
            ...answer.individu,
            historique: [
              { ...answer.individu.actif, numIdentifiant: '2990163220001', cle: '09', dateFin: '2019-02-28' },
              { ...answer.individu.actif, dateDeb: '2019-03-01', dateFin: '2019-02-28' },
            ],
          },
        },
};

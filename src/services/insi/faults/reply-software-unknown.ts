import type { Fault } from '../../../domain/fault.ts';
import type { InsiReply } from '../preuves/answer.ts';

/** Answers that the authorisation number is unknown (siram_100, desir_550). */
export const fault: Fault<InsiReply> = {
  title: {
    fr: 'Numéro d’autorisation inconnu siram_100 / desir_550',
    en: 'Authorisation number unknown siram_100 / desir_550',
  },
  target: 'insi/reply',
  clauses: [{ source: "Clients publics d'INSi", section: 'SOAP Fault', trust: '2' }],
  apply: (reply) => ({
    ...reply,
    status: 500,
    soapFault: {
      role: 'Sender',
      subcode: 'siram_100',
      code: 'desir_550',
      severite: 'erreur',
      text: 'Numero d autorisation du logiciel inconnu',
      lang: 'fr',
    },
  }),
};

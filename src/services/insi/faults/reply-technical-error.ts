import type { Fault } from '../../../domain/fault.ts';
import type { InsiReply } from '../preuves/answer.ts';

/** Answers the technical error of the search backend (siram_40, insi_102). */
export const fault: Fault<InsiReply> = {
  title: { fr: 'Erreur technique siram_40 / insi_102', en: 'Technical error siram_40 / insi_102' },
  target: 'insi/reply',
  clauses: [{ source: "Clients publics d'INSi", section: 'SOAP Fault', trust: '2' }],
  apply: (reply) => ({
    ...reply,
    status: 500,
    soapFault: {
      role: 'Receiver',
      subcode: 'siram_40',
      code: 'insi_102',
      severite: 'erreur',
      text: 'Service momentanement indisponible, reessayez plus tard',
      lang: 'fr',
    },
  }),
};

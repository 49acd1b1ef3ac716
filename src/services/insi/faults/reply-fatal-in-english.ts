import type { Fault } from '../../../domain/fault.ts';
import type { InsiReply } from '../preuves/answer.ts';

/** Answers an error whose severity and language are not those of the schema, as the live service does. */
export const fault: Fault<InsiReply> = {
  title: { fr: 'Erreur « fatal » annoncée en anglais', en: 'Error "fatal" announced in English' },
  target: 'insi/reply',
  clauses: [{ source: "Clients publics d'INSi", section: 'SOAP Fault', trust: '2' }],
  apply: (reply) => ({
    ...reply,
    status: 500,
    soapFault: {
      role: 'Receiver',
      subcode: 'siram_40',
      code: 'insi_102',
      severite: 'fatal',
      text: 'Service momentanement indisponible',
      lang: 'en',
    },
  }),
};

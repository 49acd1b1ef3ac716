import type { Fault } from '../../../domain/fault.ts';
import type { InsiReply } from '../preuves/answer.ts';

/** Answers an error with the severity spelt as in the schema. */
export const fault: Fault<InsiReply> = {
  title: { fr: 'Erreur « fatale »', en: 'Error "fatale"' },
  target: 'insi/reply',
  clauses: [{ source: 'WSDL ServiceIdentiteCertifiee-v1', section: 'siram:Erreur', trust: 'V' }],
  apply: (reply) => ({
    ...reply,
    status: 500,
    soapFault: {
      role: 'Receiver',
      subcode: 'siram_40',
      code: 'insi_102',
      severite: 'fatale',
      text: 'Service momentanement indisponible',
      lang: 'fr',
    },
  }),
};

import type { Fault } from '../../../domain/fault.ts';
import type { InsiReply } from '../preuves/answer.ts';

/** Answers that the certificate has not the level needed (DESIR_560). */
export const fault: Fault<InsiReply> = {
  title: { fr: 'Niveau d’accès insuffisant DESIR_560', en: 'Access level insufficient DESIR_560' },
  target: 'insi/reply',
  clauses: [{ source: "Clients publics d'INSi", section: 'SOAP Fault', trust: '2' }],
  apply: (reply) => ({
    ...reply,
    status: 500,
    soapFault: {
      role: 'Sender',
      subcode: 'siram_100',
      code: 'DESIR_560',
      severite: 'erreur',
      text: 'Niveau d acces insuffisant',
      lang: 'fr',
    },
  }),
};

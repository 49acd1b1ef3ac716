import type { Fault } from '../../../domain/fault.ts';
import type { InsiCertificate } from '../preuves/answer.ts';

/** Shows a server certificate of an authority that the software was not told of. */
export const fault: Fault<InsiCertificate> = {
  title: {
    fr: 'Certificat serveur d’une autorité inconnue',
    en: 'Server certificate of an unknown authority',
  },
  target: 'insi/certificate',
  clauses: [{ source: 'RFC 5280', section: '6.1', trust: 'V' }],
  apply: () => ({ offered: 'untrusted' }),
};

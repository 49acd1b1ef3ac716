import type { Fault } from '../../../domain/fault.ts';
import type { InsiCertificate } from '../preuves/answer.ts';

/** Shows a server certificate issued for another host. */
export const fault: Fault<InsiCertificate> = {
  title: { fr: 'Certificat serveur d’un autre hôte', en: 'Server certificate of another host' },
  target: 'insi/certificate',
  clauses: [{ source: 'RFC 9110', section: '4.3.4', trust: 'V' }],
  apply: () => ({ offered: 'wrong-name' }),
};

import type { Fault } from '../../../domain/fault.ts';
import type { InsiCertificate } from '../preuves/answer.ts';

/** Shows a server certificate that has expired. */
export const fault: Fault<InsiCertificate> = {
  title: { fr: 'Certificat serveur expiré', en: 'Expired server certificate' },
  target: 'insi/certificate',
  clauses: [{ source: 'RFC 5280', section: '6.1.3 (a)(2)', trust: 'V' }],
  apply: () => ({ offered: 'expired' }),
};

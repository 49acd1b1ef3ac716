import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-read-receipt-to-sender.ts';

const asked = (value: string) => ({ headers: { 'Disposition-Notification-To': value } });

provesCheck(check, {
  ok: [
    mailCase('bare', asked('camille.zzmedecin@medecin.mssante.fr')),
    mailCase('with a label', asked('"Dr ZZ" <Camille.ZZMEDECIN@medecin.mssante.fr>')),
  ],
  ko: {
    'receipt-elsewhere': [
      mailCase('another mailbox', asked('<secretariat@medecin.mssante.fr>')),
      mailCase('no address', asked('oui')),
    ],
  },
});

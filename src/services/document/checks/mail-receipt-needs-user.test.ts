import { processed, receiptCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-receipt-needs-user.ts';

const elsewhere = { headers: { 'Disposition-Notification-To': 'secretariat@medecin.mssante.fr' } };
const byHand = [...processed.slice(0, 4), 'Disposition: manual-action/MDN-sent-manually; displayed'];

provesCheck(check, {
  ok: [
    receiptCase('to the sender'),
    receiptCase('elsewhere, by the user', { original: elsewhere, report: byHand }),
  ],
  ko: { 'receipt-automatic': [receiptCase('elsewhere, automatically', { original: elsewhere })] },
});

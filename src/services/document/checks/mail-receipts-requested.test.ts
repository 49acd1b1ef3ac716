import { mailCase, type MailRecipe } from '../../../../tests/builders/build-mail.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-receipts-requested.ts';

const asked = (name: string, demandes: readonly string[], recipe: MailRecipe = {}): CheckCase => ({
  ...mailCase(name, recipe),
  options: { demandes },
});
const both = {
  headers: {
    'Return-Receipt-To': 'camille.zzmedecin@medecin.mssante.fr',
    'Disposition-Notification-To': 'camille.zzmedecin@medecin.mssante.fr',
  },
};

provesCheck(check, {
  ok: [asked('both', ['reception', 'lecture'], both)],
  ko: {
    'delivery-receipt-missing': [
      asked('none', ['reception']),
      asked('the other one', ['reception'], { headers: { 'Disposition-Notification-To': 'x@x.fr' } }),
    ],
    'read-receipt-missing': [
      asked('none', ['lecture']),
      asked('empty', ['lecture'], { headers: { 'Disposition-Notification-To': '' } }),
    ],
  },
});

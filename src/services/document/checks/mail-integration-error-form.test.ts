import { mailCase, processed, receiptCase, refused } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-integration-error-form.ts';

const xdm = 'XDM/1.0/DDM+CR hospitalier ZZTEST-ALPHA DOMINIQUE 28/03/1979';
const subject = `[KO Intégration système !][902] ${xdm}`;
const older = [
  ...processed.slice(0, 4),
  'Disposition: automatic-action/MDN-sent-automatically; processed/Error: 902^Identifiant patient inconnu',
];

provesCheck(check, {
  ok: [receiptCase('of today', { subject, report: refused }), mailCase('a plain mail', { subject })],
  ko: {
    'older-disposition': [receiptCase('error in the disposition', { subject, report: older })],
    'older-subject': [
      mailCase('of an official example', { subject: `[Erreur d’intégration !][902] ${xdm}` }),
    ],
  },
});

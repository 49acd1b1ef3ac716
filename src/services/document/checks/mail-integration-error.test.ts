import { processed, receiptCase, refused } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-integration-error.ts';

const xdm = 'XDM/1.0/DDM+CR hospitalier ZZTEST-ALPHA DOMINIQUE 28/03/1979';
const subject = `[KO Intégration système !][902] ${xdm}`;
const older = [
  ...processed.slice(0, 4),
  'Disposition: automatic-action/MDN-sent-automatically; processed/Error: 902^Identifiant patient inconnu',
];

provesCheck(check, {
  ok: [
    receiptCase('in the form of today', { subject, report: refused }),
    receiptCase('in the older form', { subject, report: older }),
  ],
  ko: {
    'error-code-missing': [
      receiptCase('only in the human text', { subject, report: refused.slice(0, 5) }),
      receiptCase('only in the subject', { subject }),
    ],
    'error-subject-wrong': [
      receiptCase('that of the mail', { subject: xdm, report: refused }),
      receiptCase('no subject of the mail', { subject: '[KO Intégration système !][902]', report: refused }),
    ],
    'error-codes-differ': [
      receiptCase('another code', { subject: subject.replace('902', '904'), report: refused }),
    ],
  },
});

import { processed, receiptCase, refused } from '../../../../tests/builders/build-mail.ts';
import type { Edit } from '../../../../tests/builders/build-xdm.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-receipt-structure.ts';

const without = (name: string) => processed.filter((line) => !line.startsWith(`${name}:`));
const disposition = (value: string) => [...without('Disposition'), `Disposition: ${value}`];
const original: Edit = [/--=_report\r\nContent-Type: message\/rfc822[^]*?\r\n--=_report--/, '--=_report--'];

const machineReport: Edit = [
  /--=_report\r\nContent-Type: message\/disposition-notification[^]*?(?=\r\n--=_report)/,
  '--=_report',
];

provesCheck(check, {
  ok: [
    receiptCase('of an integration'),
    receiptCase('of a failed integration', { report: refused }),
    receiptCase('of a reader, without the mail', {
      report: disposition('manual-action/MDN-sent-manually; displayed'),
      edit: [original],
    }),
    receiptCase('of a failed integration, older form', {
      report: disposition('automatic-action/MDN-sent-automatically; processed/Error: 902^Identifiant'),
    }),
  ],
  ko: {
    'report-type-wrong': [receiptCase('none', { edit: [['report-type=disposition-notification; ', '']] })],
    'part-order-wrong': [
      receiptCase('text in HTML', { edit: [['Content-Type: text/plain', 'Content-Type: text/html']] }),
      { ...receiptCase('no report', { edit: [machineReport] }), also: ['field-missing'] },
    ],
    'field-missing': ['Final-Recipient', 'Original-Message-ID'].map((name) =>
      receiptCase(`no ${name}`, { report: without(name) }),
    ),
    'disposition-malformed': [
      receiptCase('one word', { report: disposition('processed') }),
      receiptCase('another type', { report: disposition('automatic-action/MDN-sent-automatically; read') }),
    ],
    'original-id-wrong': [
      receiptCase('of another mail', {
        report: [...without('Original-Message-ID'), 'Original-Message-ID: <other@x.fr>'],
      }),
      receiptCase('a space inside', {
        report: [...without('Original-Message-ID'), 'Original-Message-ID: < 5d2c9a10-1@medecin.mssante.fr>'],
      }),
    ],
    'original-missing': [receiptCase('report alone', { edit: [original] })],
    'receipt-undue': [
      receiptCase('not asked', { original: { headers: { 'Disposition-Notification-To': null } } }),
    ],
  },
});

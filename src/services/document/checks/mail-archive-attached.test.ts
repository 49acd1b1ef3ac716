import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { buildPdf } from '../../../../tests/builders/build-pdf.ts';
import { mailCase, receiptCase } from '../../../../tests/builders/build-mail.ts';
import { check } from './mail-archive-attached.ts';

provesCheck(check, {
  apart: [
    receiptCase('a receipt with the subject of the mail'),
    mailCase('text only', { xdm: null, subject: 'Bonjour' }),
  ],
  ok: [mailCase('attached'), mailCase('upper-case extension', { archiveName: 'IHE_XDM.ZIP' })],
  ko: {
    'archive-missing': [
      mailCase('PDF alone', { xdm: null, pdfs: [['x.pdf', buildPdf()]], subject: 'Bonjour' }),
    ],
    'archive-name-wrong': [
      mailCase('hyphen', { archiveName: 'ihe-xdm.zip' }),
      mailCase('free name', { archiveName: 'archive.zip' }),
    ],
  },
});

import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-pdf-beside-cda.ts';

provesCheck(check, {
  ok: [mailCase('one PDF for one document')],
  apart: [mailCase('text only', { xdm: null })],
  ko: {
    'pdf-count': [
      mailCase('archive alone', { pdfs: [] }),
      mailCase('one PDF for two documents', { xdm: { documents: [{}, { id: '2.25.2', level: 3 }] } }),
    ],
  },
});

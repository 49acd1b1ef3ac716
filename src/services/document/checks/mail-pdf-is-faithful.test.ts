import { expect, it } from 'vitest';
import { buildPdf } from '../../../../tests/builders/build-pdf.ts';
import { buildMail, mailCase, pdfName } from '../../../../tests/builders/build-mail.ts';
import { judgeFiles, provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-pdf-is-faithful.ts';

provesCheck(check, {
  ok: [mailCase('the wrapped PDF')],
  apart: [mailCase('no PDF', { pdfs: [] })],
  ko: {
    'pdf-not-wrapped-one': [
      mailCase('rendered again', { pdfs: [[pdfName, buildPdf({ text: 'Autre rendu' })]] }),
    ],
  },
});

it('asks a human to compare the PDF of a structured document', async () => {
  const mail = await buildMail({ xdm: { documents: [{ level: 3 }] } });
  expect(judgeFiles(check, [mail])).toMatchObject({ findings: [], review: true });
});

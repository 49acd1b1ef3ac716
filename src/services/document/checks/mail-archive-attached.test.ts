import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { buildPdf } from '../../../../tests/builders/build-pdf.ts';
import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { check } from './mail-archive-attached.ts';

provesCheck(check, {
  ok: [mailCase('attached'), mailCase('upper-case extension', { archiveName: 'IHE_XDM.ZIP' })],
  ko: {
    'archive-missing': [
      mailCase('PDF alone', { xdm: null, pdfs: [['x.pdf', buildPdf()]], subject: 'Bonjour' }),
    ],
    'archive-name-wrong': [
      mailCase('hyphen', { archiveName: 'ihe-xdm.zip' }),
      mailCase('free name', { archiveName: 'archive.zip' }),
    ],
    'archive-repeated': [mailCase('twice', { copies: 2 })],
    'archive-badly-attached': [
      mailCase('octet-stream', { edit: [['application/zip', 'application/octet-stream']] }),
    ],
  },
});

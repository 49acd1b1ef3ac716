import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-archive-type.ts';

provesCheck(check, {
  ok: [mailCase('as a zip')],
  apart: [mailCase('none', { xdm: null })],
  ko: {
    'archive-badly-attached': [
      mailCase('octet-stream', { edit: [['application/zip', 'application/octet-stream']] }),
      mailCase('inline', { edit: [[/(?<=application\/zip\r\nContent-Disposition: )attachment/, 'inline']] }),
    ],
  },
});

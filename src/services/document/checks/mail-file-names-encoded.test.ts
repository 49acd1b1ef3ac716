import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-file-names-encoded.ts';

const archive = "filename*=UTF-8''IHE_XDM.zip";

provesCheck(check, {
  ok: [mailCase('RFC 2231'), mailCase('plain ASCII', { edit: [[archive, 'filename="IHE_XDM.zip"']] })],
  ko: {
    'file-name-raw': [mailCase('latin-1 bytes', { edit: [[archive, 'filename="pi\xe8ce.zip"']] })],
    'file-name-path': [mailCase('path', { edit: [[archive, 'filename="../IHE_XDM.zip"']] })],
    'file-name-missing': [mailCase('no name', { edit: [[`; ${archive}`, '']] })],
  },
});

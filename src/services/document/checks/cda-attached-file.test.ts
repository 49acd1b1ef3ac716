import { cdaCase, letters } from '../../../../tests/builders/cda-case.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './cda-attached-file.ts';

provesCheck(check, {
  ok: [letters('a PDF', {})],
  ko: {
    'media-type-not-allowed': [cdaCase('png', ['application/pdf', 'image/png'])],
    'representation-wrong': [cdaCase('TXT', ['representation="B64"', 'representation="TXT"'])],
    'base64-broken': [
      cdaCase('foreign character', ['B64">', 'B64">*']),
      cdaCase('truncated', [/.{3}<\/text>/, '</text>']),
    ],
    'content-mismatch': [
      letters('a text announced as PDF', { pdf: Buffer.from('Bonjour') }),
      cdaCase('a PDF announced as JPEG', ['application/pdf', 'image/jpeg']),
    ],
  },
});

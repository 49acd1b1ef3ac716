import { mailCase, receiptCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-structure-sound.ts';

provesCheck(check, {
  ok: [mailCase('mixed'), receiptCase('a receipt')],
  ko: {
    'structure-broken': [mailCase('boundary left open', { edit: [['--=_segur--', '']] })],
    'top-not-mixed': [mailCase('related', { edit: [['multipart/mixed', 'multipart/related']] })],
  },
});

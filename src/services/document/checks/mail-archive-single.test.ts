import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-archive-single.ts';

provesCheck(check, {
  ok: [mailCase('one')],
  apart: [mailCase('none', { xdm: null })],
  ko: { 'archive-repeated': [mailCase('twice', { copies: 2 })] },
});

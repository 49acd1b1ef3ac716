import { mailCase, receiptCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-text-is-utf8.ts';

const charset = (to: string) => ({ edit: [['charset=utf-8', to] as const] });

provesCheck(check, {
  ok: [mailCase('UTF-8'), mailCase('in quotes', charset('charset="UTF-8"'))],
  apart: [receiptCase('a receipt')],
  ko: {
    'charset-not-utf8': [
      mailCase('latin-1', charset('charset=ISO-8859-1')),
      mailCase('not said', charset('format=flowed')),
    ],
  },
});

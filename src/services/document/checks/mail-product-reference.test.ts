import { mailCase, receiptCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-product-reference.ts';

const nil = (value: string | null) => ({ headers: { 'X-MSS-NIL': value } });

provesCheck(check, {
  ok: [
    mailCase('with documents'),
    mailCase('text only', { xdm: null }),
    receiptCase('a receipt'),
    { ...mailCase('that of the dossier'), solution: { reference: 'SEGURTEST01' } },
  ],
  ko: {
    'nil-missing': [
      mailCase('with documents', nil(null)),
      mailCase('text only', { xdm: null, ...nil(null) }),
      receiptCase('a receipt', { edit: [['X-MSS-NIL: SEGURTEST02', 'X-Mailer: x']] }),
      mailCase('misspelt', { edit: [['X-MSS-NIL', 'X_MSS_NIL']] }),
    ],
    'nil-empty': [mailCase('empty', nil(''))],
    'nil-other-product': [{ ...mailCase('another'), solution: { reference: 'SEGURTEST99' } }],
  },
});

import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-headers-spelt.ts';

provesCheck(check, {
  ok: [mailCase('as they are'), mailCase('in lower case', { edit: [['X-MSS-NIL', 'x-mss-nil']] })],
  ko: {
    'header-misspelt': [
      mailCase('underscores', { edit: [['X-MSS-INS', 'X_MSS_INS']] }),
      mailCase('a hyphen more', { edit: [['X-MSS-CODECDA', 'X-MSS-CODE-CDA']] }),
    ],
    'header-repeated': [
      mailCase('two references', { headers: { 'X-MSS-NIL': 'A\r\nX-MSS-NIL: B' } }),
      mailCase('one per document', { headers: { 'X-MSS-CODECDA': '11490-0\r\nX-MSS-CODECDA: 34112-3' } }),
    ],
    'header-value-spaced': [
      mailCase('spaces between codes', { headers: { 'X-MSS-CODECDA': '11490-0, 34112-3' } }),
    ],
  },
});

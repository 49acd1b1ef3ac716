import { acknowledgement, messageCase, refusal } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-refuses-document.ts';

const options = { code: '904' };
provesCheck(check, {
  ok: [messageCase('904', refusal(), [], { options })],
  ko: {
    'document-accepted': [messageCase('AA', acknowledgement(), [], { options })],
    'other-code': [
      messageCase('906', refusal('906^autre'), [], { options }),
      messageCase('none', refusal(''), [], { options }),
    ],
  },
});

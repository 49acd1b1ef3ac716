import {
  acknowledgement,
  documentMessage,
  messageCase,
  messagesCase,
  refusal,
} from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-acknowledgement.ts';

provesCheck(check, {
  ok: [
    messageCase('accepted', acknowledgement()),
    messagesCase('beside its message', [documentMessage(), acknowledgement()]),
    messageCase('refused', refusal()),
  ],
  ko: {
    'ack-code': [messageCase('CA', acknowledgement(), [['MSA|AA', 'MSA|CA']])],
    'ack-event': [messageCase('no event', acknowledgement(), [['ACK^T02^ACK', 'ACK']])],
    'ack-of-nothing': [
      messageCase('empty', acknowledgement(), [['|M-DOC', '|']]),
      messagesCase('other', [documentMessage(), acknowledgement().replace('M-DOC', 'M-X')]),
    ],
    'error-missing': [messageCase('AE alone', acknowledgement(), [['MSA|AA', 'MSA|AE']])],
    'error-code': [messageCase('999', refusal(''), [['207^', '999^']])],
    'application-code': [
      messageCase('207 alone', refusal('')),
      messageCase('unknown', refusal('999^x')),
      messageCase('with 101', refusal(), [['207^', '101^']]),
    ],
    'severity-missing': [messageCase('no ERR-4', refusal(), [['|E|', '||']])],
  },
});

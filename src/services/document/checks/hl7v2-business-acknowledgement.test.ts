import {
  businessAck,
  documentMessage,
  messageCase,
  messagesCase,
} from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-business-acknowledgement.ts';

provesCheck(check, {
  ok: [
    messageCase('alone', businessAck()),
    messagesCase('beside its message', [documentMessage(), businessAck()]),
    messageCase('negative', businessAck(), [
      ['|Y^^', '|N^^'],
      [/$/, 'ERR|||207^Application error|E|550^essai^SMTPERRORCODE\r'],
    ]),
  ],
  ko: {
    'zam-type': [messageCase('structure', businessAck(), [['ZAM_Z01', 'ZAM_Z02']])],
    'zam-code': [
      messageCase('ACK_LECTURE', businessAck(), [['ACK_RECEPTION_MSS', 'ACK_LECTURE']]),
      messageCase('of another event', businessAck(), [['ACK_RECEPTION_MSS', 'ACK_RECEPTION_DMP']]),
    ],
    'zam-of-nothing': [
      messageCase('empty', businessAck(), [['|M-DOC|Y', '||Y']]),
      messagesCase('other', [documentMessage(), businessAck().replace('|M-DOC|Y', '|M-X|Y')]),
    ],
    'zam-error-missing': [messageCase('N alone', businessAck(), [['|Y^^', '|N^^']])],
  },
});

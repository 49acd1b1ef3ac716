import { documentMessage, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-participants.ts';

const mdm = documentMessage();
provesCheck(check, {
  ok: [messageCase('sender and recipient', mdm)],
  ko: {
    'sender-missing': [messageCase('no SB', mdm, [[/PRT\|\|UC\|\|SB[^\r]*\r/, '']])],
    'sender-incomplete': [
      messageCase('no person', mdm, [['|801234567897^ESSAI^Eve', '|^ESSAI^Eve']]),
      messageCase('no organisation', mdm, [['FINEG^^^300017985', 'FINEG']]),
    ],
    'recipient-missing': [
      messageCase('no RCT', mdm, [['||RCT^', '||XXX^']]),
      messageCase('no address', mdm, [['^^X.400^ada.essai@test.mssante.fr', '^^X.400^']]),
    ],
  },
});

import { documentMessage, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-sharing-metadata.ts';

const mdm = documentMessage();
const swap: readonly [RegExp, string][] = [
  [/MASQUE_PS/, 'SWAP'],
  [/INVISIBLE_PATIENT/, 'MASQUE_PS'],
  [/SWAP/, 'INVISIBLE_PATIENT'],
];
provesCheck(check, {
  ok: [
    messageCase('MDM', mdm),
    messageCase('ORU', documentMessage('ORU')),
    messageCase('body of a mail', mdm, [
      [/$/, 'OBX|12|ED|CORPSMAIL_PS^essai^MetaDMPMSS||^TEXT^^Base64^QQ==||||||F\r'],
    ]),
  ],
  ko: {
    'flag-missing': [messageCase('no DESTDMP', mdm, [[/OBX\|\d+\|CWE\|DESTDMP[^\r]*\r/, '']])],
    'flag-order': [messageCase('swapped', mdm, swap)],
    'flag-unknown': [
      messageCase('with a space', mdm, [['INVISIBLE_REP', 'INVISIBLE_ REP']], { also: ['flag-missing'] }),
      messageCase('ACK_LECTURE', mdm, [['ACK_LECTURE_MSS', 'ACK_LECTURE']], { also: ['flag-missing'] }),
    ],
    'flag-value': [messageCase('O', mdm, [['||N^^expanded', '||O^^expanded']])],
    'flag-type': [messageCase('CE in MDM', mdm, [['|CWE|MASQUE', '|CE|MASQUE']])],
    'flag-status': [messageCase('C', mdm, [['Indicator||||||F', 'Indicator||||||C']])],
  },
});

import { adt, documentMessage, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-visit-identified.ts';

const number = '000897406^^^CHU-X&1.2.250.1.999.1.1.3&ISO^VN';

provesCheck(check, {
  ok: [
    messageCase('an inpatient and the visit', documentMessage()),
    messageCase('the same in an ORU', documentMessage('ORU')),
    messageCase('no visit', documentMessage(), [
      ['PV1|1|I|', 'PV1|1|N|'],
      [number, ''],
    ]),
  ],
  ko: {
    'class-missing': [
      messageCase('an empty class', documentMessage(), [['PV1|1|I|', 'PV1|1||']]),
      messageCase('no PV1', documentMessage('ORU'), [[/PV1\|[^\r]*\r/, '']]),
    ],
    'visit-missing': [
      messageCase('an inpatient', documentMessage(), [[number, '']]),
      messageCase('an outpatient', documentMessage('ORU'), [
        ['PV1|1|I|', 'PV1|1|O|'],
        [number, ''],
      ]),
      messageCase('a number without value', documentMessage(), [['|000897406^', '|^']]),
    ],
  },
  apart: [messageCase('an identity', adt())],
});

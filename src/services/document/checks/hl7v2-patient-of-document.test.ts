import { documentMessage, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-patient-of-document.ts';

const mdm = documentMessage();
provesCheck(check, {
  ok: [messageCase('same', mdm)],
  ko: {
    'id-not-in-pid': [messageCase('no INS in PID', mdm, [[/~279035121500084[^|]*/, '']])],
    'id-not-in-document': [
      messageCase('one more', mdm, [
        [
          'CHU-X&1.2.250.1.999.1.1.1&ISO^PI~',
          'CHU-X&1.2.250.1.999.1.1.1&ISO^PI~7^^^Y&1.2.250.1.999.7&ISO^PI~',
        ],
      ]),
    ],
  },
});

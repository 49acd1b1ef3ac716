import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-birth-name-complete.ts';

provesCheck(check, {
  ok: [
    messageCase('complete', adt()),
    messageCase('used name first', adt(), [['|ZZTEST-ALPHA^', '|ZZTEST-USUEL^DO^^^^^D~ZZTEST-ALPHA^']]),
  ],
  ko: {
    'no-birth-name': [messageCase('type D', adt(), [['MARIE-LOUISE^^^^L', 'MARIE-LOUISE^^^^D']])],
    'name-part-missing': [
      messageCase('first given name', adt(), [['^DOMINIQUE^', '^^']]),
      messageCase('family', adt(), [['|ZZTEST-ALPHA^', '|^']]),
    ],
  },
});

import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-segments-only.ts';

provesCheck(check, {
  ok: [messageCase('segments', adt()), messageCase('LF ends', adt().replaceAll('\r', '\n'))],
  ko: {
    'not-a-segment': [
      messageCase('broken value', adt(), [["RUE DE L'", "RUE DE\rL'"]]),
      messageCase('lower case', adt(), [['\rPV1', '\rpv1']]),
    ],
  },
});

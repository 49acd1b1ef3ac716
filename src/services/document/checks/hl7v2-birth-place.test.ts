import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-birth-place.ts';

provesCheck(check, {
  ok: [messageCase('51215', adt()), messageCase('abroad', adt(), [['BDL^^51215', 'BDL^^99350']])],
  ko: {
    'no-birth-place': [messageCase('no BDL', adt(), [['^BDL^^51215', '^N^^51215']])],
    'birth-place-code': [
      messageCase('in 11.5', adt(), [['^^^^^^BDL^^51215', '^^^^51215^^BDL']]),
      messageCase('postal style', adt(), [['BDL^^51215', 'BDL^^51 215']]),
    ],
  },
});

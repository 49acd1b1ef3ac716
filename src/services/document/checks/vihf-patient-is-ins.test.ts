import { vihfCase, vihfInMessage } from '../../../../tests/builders/build-vihf.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './vihf-patient-is-ins.ts';

const ins = '279035121500084^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH';

provesCheck(check, {
  ok: [vihfCase('test INS'), vihfInMessage('the patient of the message')],
  ko: {
    'resource-not-ins': [
      vihfCase('INS-C', ['1.2.250.1.213.1.4.10', '1.2.250.1.213.1.4.2']),
      vihfCase('local number', [ins, '0001234567^^^&amp;1.2.250.1.999.1.1.1&amp;ISO^PI']),
    ],
  },
});

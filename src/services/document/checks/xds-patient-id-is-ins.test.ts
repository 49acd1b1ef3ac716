import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { xdmCase } from '../../../../tests/builders/xdm-case.ts';
import { check } from './xds-patient-id-is-ins.ts';

const ins = '279035121500084^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH';

provesCheck(check, {
  ok: [xdmCase('test INS')],
  ko: {
    'patient-id-malformed': [
      xdmCase('type INS', {
        edit: [[`value="${ins}`, 'value="279035121500084^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^INS']],
      }),
      xdmCase('13 characters', {
        edit: [[`value="${ins}`, 'value="2790351215000^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH']],
      }),
      xdmCase('no authority', { edit: [[`value="${ins}`, 'value="279035121500084']] }),
      xdmCase('legacy date', { edit: [[`value="${ins}`, `value="${ins}^^20100907`]] }),
    ],
    'patient-id-not-ins': [
      xdmCase('INS-C', {
        edit: [[`value="${ins}`, 'value="279035121500084^^^&amp;1.2.250.1.213.1.4.2&amp;ISO^NH']],
      }),
      xdmCase('local number', {
        edit: [[`value="${ins}`, 'value="0001234567^^^&amp;1.2.250.1.999.1.1.1&amp;ISO^PI']],
      }),
    ],
  },
});

import { vihfInMessage } from '../../../../tests/builders/build-vihf.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './vihf-patient-is-of-message.ts';

const attribute = '<saml2:AttributeValue>279035121500084';

provesCheck(check, {
  ok: [vihfInMessage('the patient of the message')],
  ko: {
    'resource-not-patient': [
      vihfInMessage('another patient', [attribute, '<saml2:AttributeValue>185067505600033']),
      vihfInMessage('a message about two patients', [
        'value="279035121500084^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH"',
        'value="185067505600033^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH"',
      ]),
    ],
  },
});

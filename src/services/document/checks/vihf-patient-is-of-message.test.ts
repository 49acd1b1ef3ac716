import { dmpRequestCase } from '../../../../tests/builders/build-dmp-request.ts';
import { vihfInMessage } from '../../../../tests/builders/build-vihf.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './vihf-patient-is-of-message.ts';

const attribute = '<saml2:AttributeValue>279035121500084';

provesCheck(check, {
  ok: [
    vihfInMessage('the patient of the message'),
    dmpRequestCase('the patient of the query', 'TD3.1a'),
    dmpRequestCase('the patient whose DMP is sought', 'TD0.2'),
  ],
  ko: {
    'resource-not-patient': [
      vihfInMessage('another patient', [attribute, '<saml2:AttributeValue>185067505600033']),
      vihfInMessage('a message about two patients', [
        'value="279035121500084^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH"',
        'value="185067505600033^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH"',
      ]),
      dmpRequestCase('a query about another patient', 'TD3.1a', [
        "<rim:Value>'279035121500084",
        "<rim:Value>'185067505600033",
      ]),
      dmpRequestCase('the DMP of another patient', 'TD0.2', [
        'extension="279035121500084"',
        'extension="185067505600033"',
      ]),
    ],
  },
  apart: [dmpRequestCase('a request that names nobody', 'TD3.2')],
});

import { documentMessage, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-masking-disputed.ts';

const mdm = documentMessage();
const set = (code: string, from: string, to: string): [RegExp, string] => [
  new RegExp(`(?<=\\|${code}\\^essai\\^MetaDMPMSS\\|\\|)${from}`),
  to,
];

provesCheck(check, {
  ok: [
    messageCase('to all', mdm),
    messageCase('refused for sure, told by another check', mdm, [
      set('MASQUE_PS', 'N', 'Y'),
      set('INVISIBLE_PATIENT', 'N', 'Y'),
    ]),
  ],
  apart: [messageCase('DMP only', mdm, [set('DESTMSSANTEPS', 'Y', 'N'), set('DESTMSSANTEPAT', 'Y', 'N')])],
  ko: {
    'combination-disputed': [
      messageCase('masked, to professionals', mdm, [set('MASQUE_PS', 'N', 'Y')]),
      messageCase('to the patient and the DMP', mdm, [set('DESTMSSANTEPS', 'Y', 'N')]),
      messageCase('visible, to professionals only', mdm, [set('DESTMSSANTEPAT', 'Y', 'N')]),
    ],
  },
});

import { documentMessage, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-masking-matrix.ts';

const mdm = documentMessage();
const set = (code: string, from: string, to: string): [RegExp, string] => [
  new RegExp(`(?<=\\|${code}\\^essai\\^MetaDMPMSS\\|\\|)${from}`),
  to,
];
provesCheck(check, {
  ok: [
    messageCase('to all', mdm),
    messageCase('to professionals', mdm, [
      set('INVISIBLE_PATIENT', 'N', 'Y'),
      set('DESTMSSANTEPAT', 'Y', 'N'),
    ]),
    messageCase('disputed, told by another check', mdm, [set('MASQUE_PS', 'N', 'Y')]),
  ],
  apart: [
    messageCase('DMP only', mdm, [
      set('MASQUE_PS', 'N', 'Y'),
      set('DESTMSSANTEPS', 'Y', 'N'),
      set('DESTMSSANTEPAT', 'Y', 'N'),
    ]),
  ],
  ko: {
    'hidden-from-patient': [messageCase('invisible', mdm, [set('INVISIBLE_PATIENT', 'N', 'Y')])],
    'not-in-matrix': [messageCase('representatives', mdm, [set('INVISIBLE_REP_LEGAUX', 'N', 'Y')])],
  },
});

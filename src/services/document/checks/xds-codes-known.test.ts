import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { xdmCase } from '../../../../tests/builders/xdm-case.ts';
import { check } from './xds-codes-known.ts';

provesCheck(check, {
  ok: [
    xdmCase('DMP codes'),
    {
      ...xdmCase('a type for exchange', { documents: [{ code: '56446-8' }] }),
      options: { destination: 'echange' },
    },
  ],
  ko: {
    'type-code-unknown': [
      xdmCase('27899-4', { documents: [{ code: '27899-4' }] }),
      xdmCase('a type for exchange, sent to the DMP', { documents: [{ code: '56446-8' }] }),
    ],
    'class-code-unknown': [xdmCase('99', { edit: [['nodeRepresentation="10"', 'nodeRepresentation="99"']] })],
    'class-not-of-type': [
      xdmCase('report as patient document', {
        edit: [['nodeRepresentation="10"', 'nodeRepresentation="90"']],
      }),
    ],
    'format-code-unknown': [
      xdmCase('media type', {
        edit: [['nodeRepresentation="urn:ihe:iti:xds-sd:pdf:2008"', 'nodeRepresentation="application/pdf"']],
      }),
    ],
    'confidentiality-code-unknown': [
      xdmCase('wrong system', {
        edit: [['<Value>2.16.840.1.113883.5.25</Value>', '<Value>1.2.250.1.213.1.1.4.13</Value>']],
      }),
    ],
    'facility-type-unknown': [
      xdmCase('unknown', { edit: [['nodeRepresentation="SA01"', 'nodeRepresentation="SA99"']] }),
    ],
    'practice-setting-unknown': [
      xdmCase('wrong system', {
        edit: [['<Value>1.2.250.1.213.1.1.4.9</Value>', '<Value>1.2.250.1.71.4.2.4</Value>']],
      }),
    ],
  },
});

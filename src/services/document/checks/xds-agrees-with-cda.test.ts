import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { xdmCase } from '../../../../tests/builders/xdm-case.ts';
import { check } from './xds-agrees-with-cda.ts';

provesCheck(check, {
  ok: [xdmCase('level 1'), xdmCase('level 3', { documents: [{ level: 3 }] })],
  ko: {
    'metadata-not-header': [
      xdmCase('uniqueId', { edit: [['value="2.25.279035121500001"', 'value="2.25.7"']] }),
      xdmCase('type', { edit: [['nodeRepresentation="11490-0"', 'nodeRepresentation="11502-2"']] }),
      xdmCase('title', { edit: [['value="Lettre de liaison à la sortie"', 'value="Autre"']] }),
      xdmCase('confidentiality', {
        editCda: [['confidentialityCode code="N"', 'confidentialityCode code="R"']],
      }),
      xdmCase('patient', { editCda: [['extension="279035121500084"', 'extension="185067505600033"']] }),
      xdmCase('authenticator', {
        edit: [
          [
            /(<Slot name="legalAuthenticator"><ValueList><Value>)8/,
            '<Slot name="legalAuthenticator"><ValueList><Value>7',
          ],
        ],
      }),
    ],
    'format-not-level': [
      xdmCase('volet format on a wrapped PDF', {
        edit: [
          [
            'nodeRepresentation="urn:ihe:iti:xds-sd:pdf:2008"',
            'nodeRepresentation="urn:asip:ci-sis:vsm:2012"',
          ],
        ],
      }),
      xdmCase('wrapped format on a structured document', {
        documents: [{ level: 3 }],
        edit: [
          [
            'nodeRepresentation="urn:asip:ci-sis:ldl-ses:2017"',
            'nodeRepresentation="urn:ihe:iti:xds-sd:pdf:2008"',
          ],
        ],
      }),
    ],
    'trait-not-header': [
      xdmCase('birth date', { edit: [['PID-7|19790328', 'PID-7|19800328']] }),
      xdmCase('sex', { edit: [['PID-8|F', 'PID-8|M']] }),
      xdmCase('name', { edit: [['PID-5|ZZTEST-ALPHA', 'PID-5|ZZTEST']] }),
    ],
  },
});

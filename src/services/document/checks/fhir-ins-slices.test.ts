import { inXml, patientCase } from '../../../../tests/builders/build-fhir.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './fhir-ins-slices.ts';

const nia: readonly [string, string][] = [
  ['INS-NIR-TEST', 'INS-NIA'],
  ['1.4.10', '1.4.9'],
  ['279035121500084', '109076322088835'],
];
const cases = {
  ok: [
    patientCase('test NIR'),
    patientCase('NIA', nia),
    patientCase('temporary NIA under 2.1.0', [...nia, ['official', 'temp']], {
      options: { version: '2.1.0' },
    }),
  ],
  ko: {
    'no-ins-profile': [patientCase('plain profile', [['patient-ins', 'patient']])],
    'ins-type': [patientCase('INS-NIR under .10', [['INS-NIR-TEST', 'INS-NIR']])],
    'ins-use': [
      patientCase('usual', [['"use":"official","type"', '"use":"usual","type"']]),
      patientCase('temporary NIA under 2.2.0', [...nia, ['official', 'temp']]),
    ],
    'ins-value': [
      patientCase('13 characters', [['279035121500084', '2790351215000']]),
      patientCase('wrong key', [['279035121500084', '279035121500085']]),
    ],
  },
};

provesCheck(check, cases);
provesCheck(check, inXml(cases));

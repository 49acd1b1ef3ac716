import { inXml, patientCase } from '../../../../tests/builders/build-fhir.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './fhir-valid-identity-has-ins.ts';

const cases = {
  ok: [
    patientCase('VALI with INS'),
    patientCase('PROV without', [
      ['VALI', 'PROV'],
      ['1.4.10', '1.4.99'],
    ]),
    patientCase('former INS', [['"use":"usual","type":{"coding":[{"code":"PI"}]}', '"use":"old"']]),
  ],
  ko: {
    'ins-missing': [
      patientCase('VALI without', [['1.213.1.4.10', '1.999.4']]),
      patientCase('not official', [['official', 'usual']]),
      patientCase('demonstration OID under 2.1.0', [['1.4.10', '1.4.11']], { options: { version: '2.1.0' } }),
      patientCase('demonstration OID under the 2.1.0 that the dossier declares', [['1.4.10', '1.4.11']], {
        services: { fhir: { frCore: '2.1.0' } },
      }),
    ],
    'several-official': [patientCase('two', [['usual', 'official']])],
    'reliability-missing': [
      patientCase('none under 2.1.0', [['identity-reliability', 'other']], { options: { version: '2.1.0' } }),
    ],
  },
};

provesCheck(check, cases);
provesCheck(check, inXml(cases));

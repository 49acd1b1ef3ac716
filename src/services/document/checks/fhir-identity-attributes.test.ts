import { inXml, patientCase } from '../../../../tests/builders/build-fhir.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './fhir-identity-attributes.ts';

const status = (...codes: readonly string[]): [string, string] => [
  '{"url":"identityStatus","valueCoding":{"code":"VALI"}}',
  codes
    .map(
      (code) =>
        `{"url":"${/DOUT|FICT/.test(code) ? 'comment' : 'identityStatus'}","valueCoding":{"code":"${code}"}}`,
    )
    .join(','),
];
const without: [string, string] = ['1.213.1.4.10', '1.999.4'];
const cases = {
  ok: [
    patientCase('VALI'),
    patientCase('doubtful', [status('PROV', 'DOUT'), without]),
    patientCase('former INS kept', [status('PROV'), ['official', 'old']]),
  ],
  ko: {
    'attribute-needs-prov': [patientCase('fictive VALI', [status('VALI', 'FICT')])],
    'attributes-exclusive': [patientCase('both', [status('PROV', 'DOUT', 'FICT'), without])],
    'ins-not-allowed': ['RECUP', 'PROV'].map((code) => patientCase(code, [status(code)])),
  },
};

provesCheck(check, cases);
provesCheck(check, inXml(cases));

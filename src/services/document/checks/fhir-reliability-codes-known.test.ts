import { inXml, patientCase } from '../../../../tests/builders/build-fhir.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './fhir-reliability-codes-known.ts';

const status = '{"url":"identityStatus","valueCoding":{"code":"VALI"}}';
const part = (url: string, code: string): [string, string] => [
  status,
  `${status},${JSON.stringify({ url, valueCoding: { code } })}`,
];

const cases = {
  ok: [
    patientCase('one'),
    patientCase('attribute', [part('identityStatus', 'HOMA')]),
    patientCase('status to come', [['"VALI"', '"RECUP"']]),
    patientCase('method', [part('methodCollection', 'INSI')]),
    patientCase('method to come', [part('methodCollection', 'AV')]),
    patientCase('proof', [part('validationMode', 'PA')]),
    patientCase('proof of another profile', [
      part('validationMode', 'CS'),
      ['fr-core-patient-ins', 'fr-core-patient'],
    ]),
  ],
  ko: {
    'reliability-code-unknown': [
      patientCase('status', [['"VALI"', '"VALIDE"']]),
      patientCase('method', [part('methodCollection', 'CPS')]),
      patientCase('proof', [part('validationMode', 'CNI')]),
    ],
    'proof-outside-profile': [patientCase('residence permit', [part('validationMode', 'CS')])],
  },
  apart: [patientCase('no reliability', [['fr-core-identity-reliability', 'other']])],
};

provesCheck(check, cases);
provesCheck(check, inXml(cases));

import { inXml, patientCase, publicationCase } from '../../../../tests/builders/build-fhir.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { identifierTypeSystem } from '../../../formats/fhir/fr-core-codes.ts';
import { check } from './fhir-codes-known.ts';

const resource = (name: string, content: object): ReturnType<typeof patientCase> => ({
  name,
  files: [Buffer.from(JSON.stringify(content))],
});
const typed = (code: string): [string, string] => [
  '{"code":"INS-NIR-TEST"}',
  JSON.stringify({ system: identifierTypeSystem, code }),
];

const cases = {
  ok: [
    patientCase('one'),
    publicationCase('publication'),
    patientCase('type of FR Core', [typed('NDP')]),
    resource('gender of another profile', { resourceType: 'Patient', gender: 'other' }),
    resource('no code', { resourceType: 'Patient' }),
    patientCase('former local number', [['"use":"usual"', '"use":"old"']]),
  ],
  ko: {
    'code-unknown': [
      patientCase('gender', [['"female"', '"F"']]),
      patientCase('case', [['"female"', '"Female"']]),
      patientCase('use of an identifier', [['"use":"usual"', '"use":"local"']]),
      patientCase('use of a name', [['"use":"official","family"', '"use":"birth","family"']]),
      patientCase('type of FR Core', [typed('INS')]),
      publicationCase('status of a document', [['"status":"current"', '"status":"active"']]),
      publicationCase('type of bundle', [['"transaction"', '"Transaction"']]),
      resource('mode of a list', { resourceType: 'List', mode: 'draft' }),
      resource('relation', {
        resourceType: 'DocumentReference',
        relatesTo: [{ code: 'RPLC', target: { reference: 'a' } }],
      }),
      resource('contained', {
        resourceType: 'Patient',
        contained: [{ resourceType: 'RelatedPerson', telecom: [{ system: 'tel' }] }],
      }),
    ],
    'code-outside-fr-core': [
      patientCase('gender', [['"female"', '"other"']]),
      patientCase('official local number', [['"use":"usual"', '"use":"official"']]),
    ],
  },
  apart: [resource('a resource that is not known', { resourceType: 'Observation', status: 'x' })],
};

provesCheck(check, cases);
provesCheck(check, inXml(cases));

import { inXml, patientCase } from '../../../../tests/builders/build-fhir.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './fhir-official-name.ts';

const cases = {
  ok: [patientCase('one')],
  ko: {
    'official-name-count': [patientCase('none', [['"use":"official","family"', '"use":"usual","family"']])],
    'several-given': [patientCase('two', [['["DOMINIQUE"]', '["DOMINIQUE","MARIE-LOUISE"]']])],
    'trait-missing': [
      patientCase('list', [['birth-list-given-name', 'other']]),
      patientCase('birth date', [['birthDate', 'otherDate']]),
      patientCase('birth place', [['address-insee-code', 'other']]),
      patientCase('gender', [['gender', 'other']]),
    ],
    'given-not-first': [patientCase('second', [['["DOMINIQUE"]', '["MARIE-LOUISE"]']])],
  },
};

provesCheck(check, cases);
provesCheck(check, inXml(cases));

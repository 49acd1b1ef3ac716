import { inXml, patientCase } from '../../../../tests/builders/build-fhir.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './fhir-birth-place-known.ts';

const cases = {
  ok: [patientCase('known')],
  ko: { 'birth-place-unknown': [patientCase('99999', [['"51215"', '"99999"']])] },
};

provesCheck(check, cases);
provesCheck(check, inXml(cases));

import { patientCase } from '../../../../tests/builders/build-fhir.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './fhir-birth-place-known.ts';

provesCheck(check, {
  ok: [patientCase('known')],
  ko: { 'birth-place-unknown': [patientCase('99999', [['"51215"', '"99999"']])] },
});

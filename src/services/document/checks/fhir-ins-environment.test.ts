import { patientCase } from '../../../../tests/builders/build-fhir.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './fhir-ins-environment.ts';

const production: readonly [string, string][] = [['1.4.10', '1.4.8']];
const published: readonly [string, string][] = [...production, ['279035121500084', '279035121518989']];
const test = { options: { environnement: 'test' } };
const real = { options: { environnement: 'production' } };
provesCheck(check, {
  ok: [
    patientCase('test number in a test', [], test),
    patientCase('published number under .8 in a test', published, test),
    patientCase('production number in production', production, real),
  ],
  ko: {
    'test-ins-in-production': [
      patientCase('.10', [], real),
      patientCase('published number under .8', published, real),
    ],
    'production-ins-in-test': [patientCase('.8', production, test)],
  },
});

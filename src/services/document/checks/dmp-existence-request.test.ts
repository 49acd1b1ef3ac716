import { dmpRequestCase as made } from '../../../../tests/builders/build-dmp-request.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './dmp-existence-request.ts';

provesCheck(check, {
  ok: [
    made('a test of existence', 'TD0.2'),
    made('another reason of the same system', 'TD0.2', ['TEST_EXST', 'OTHER']),
    made('in production', 'TD0.2', ['<processingCode code="D"/>', '<processingCode code="P"/>']),
  ],
  ko: {
    'code-wrong': [
      made('another interaction', 'TD0.2', [
        'extension="PRPA_IN201307UV02"',
        'extension="PRPA_IN201305UV02"',
      ]),
      made('no acknowledgement asked', 'TD0.2', ['acceptAckCode code="AL"', 'acceptAckCode code="NE"']),
      made('another receiver', 'TD0.2', [
        '<id root="1.2.250.1.213.4.1.1.1"/>',
        '<id root="1.2.250.1.999.1"/>',
      ]),
      made('a reason of another system', 'TD0.2', ['1.2.250.1.213.1.1.4.11', '1.2.250.1.213.1.1.4.12']),
      made('no mode', 'TD0.2', ['<processingModeCode code="T"/>', '']),
    ],
    'patient-not-ins': [
      made('a local id', 'TD0.2', [/<value root="[^"]*"/, '<value root="1.2.250.1.999.1.1.1"']),
      made('an INS-C', 'TD0.2', [/<value root="[^"]*"/, '<value root="1.2.250.1.213.1.4.2"']),
      made('nobody', 'TD0.2', [/<value root="[^"]*" extension="[^"]*"\/>/, '']),
    ],
    'semantics-wrong': [made('another', 'TD0.2', ['Patient.id', 'LivingSubject.id'])],
  },
  apart: [made('a query', 'TD3.1a')],
});

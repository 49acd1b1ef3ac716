import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-ins-environment.ts';

const test = { options: { environnement: 'test' } };
const production = { options: { environnement: 'production' } };
provesCheck(check, {
  ok: [
    messageCase('test', adt(), [], test),
    messageCase('production', adt(), [['1.213.1.4.10', '1.213.1.4.8']], production),
    messageCase(
      'published identity',
      adt(),
      [
        [
          '279035121500084^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10',
          '160012B02077713^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.8',
        ],
      ],
      test,
    ),
  ],
  ko: {
    'test-ins-in-production': [
      messageCase('test OID', adt(), [], production),
      messageCase(
        'published number under .8',
        adt(),
        [
          ['279035121500084', '279035121518989'],
          ['1.213.1.4.10', '1.213.1.4.8'],
        ],
        production,
      ),
    ],
    'production-ins-in-test': [messageCase('.8', adt(), [['1.213.1.4.10', '1.213.1.4.8']], test)],
  },
});

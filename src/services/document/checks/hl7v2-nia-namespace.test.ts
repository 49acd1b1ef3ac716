import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-nia-namespace.ts';

provesCheck(check, {
  ok: [messageCase('NIA', adt(), [['INS-NIR&1.2.250.1.213.1.4.10', 'INS-NIA&1.2.250.1.213.1.4.9']])],
  apart: [messageCase('NIR', adt())],
  ko: {
    'namespace-mismatch': [
      messageCase('named as a NIR', adt(), [['1.2.250.1.213.1.4.10', '1.2.250.1.213.1.4.9']]),
    ],
  },
});

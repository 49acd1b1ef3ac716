import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-ins-authority.ts';

provesCheck(check, {
  ok: [
    messageCase('NIR, test', adt()),
    messageCase('NIA', adt(), [['INS-NIR&1.2.250.1.213.1.4.10', 'INS-NIA&1.2.250.1.213.1.4.9']]),
  ],
  ko: {
    'oid-not-ins': [
      messageCase('billing number', adt(), [['1.213.1.4.10', '1.213.1.4.13']]),
      messageCase('no OID', adt(), [['&1.2.250.1.213.1.4.10', '&']]),
    ],
    'namespace-mismatch': [messageCase('NIA name', adt(), [['INS-NIR&', 'INS-NIA&']])],
    'oid-type': [messageCase('not ISO', adt(), [['.10&ISO^INS', '.10&L^INS']])],
  },
});

import { dmpRequestCase as made } from '../../../../tests/builders/build-dmp-request.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './dmp-soap-version.ts';

provesCheck(check, {
  ok: [made('a query', 'TD3.1a'), made('a feeding', 'TD2.1'), made('a test of existence', 'TD0.2')],
  ko: {
    'soap-not-1-2': [
      made('SOAP 1.1', 'TD3.1a', [
        'http://www.w3.org/2003/05/soap-envelope',
        'http://schemas.xmlsoap.org/soap/envelope/',
      ]),
    ],
  },
  apart: [made('a body that is no request', 'TD3.2', [/RetrieveDocumentSetRequest/g, 'Other'])],
});

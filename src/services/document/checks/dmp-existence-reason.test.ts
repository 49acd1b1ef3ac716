import { dmpRequestCase as made } from '../../../../tests/builders/build-dmp-request.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './dmp-existence-reason.ts';

provesCheck(check, {
  ok: [made('a test of existence', 'TD0.2')],
  ko: {
    'reason-other': [
      made('another reason', 'TD0.2', ['TEST_EXST', 'TEST_EXIST']),
      made('none', 'TD0.2', [/<reasonCode[^>]*>/, '']),
    ],
  },
  apart: [made('a query', 'TD3.1a')],
});

import { dmpRequestCase as made } from '../../../../tests/builders/build-dmp-request.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './dmp-message-id.ts';

const id = 'urn:uuid:0d5f0f4e-7b5e-4a1c-9e0a-3a2c5d0c3333';

provesCheck(check, {
  ok: [
    made('a UUID', 'TD3.1a'),
    made('in capitals', 'TD3.1a', [id, `urn:uuid:${id.slice(9).toUpperCase()}`]),
  ],
  ko: {
    'message-id-form': [
      made('a bare UUID', 'TD3.1a', [id, id.slice(9)]),
      made('the form of INSi', 'TD3.1a', [id, id.replace('urn:', '')]),
      made('no UUID', 'TD3.1a', [id, 'urn:uuid:1']),
      made('empty', 'TD3.1a', [id, '']),
    ],
  },
  apart: [made('no identifier', 'TD3.1a', [/<a:MessageID>.*<\/a:MessageID>/, ''])],
});

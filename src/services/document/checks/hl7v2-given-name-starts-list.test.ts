import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-given-name-starts-list.ts';

provesCheck(check, {
  ok: [
    messageCase('first', adt()),
    messageCase('compound with a hyphen', adt(), [['^DOMINIQUE^', '^DOMINIQUE-MARIE^']]),
  ],
  ko: {
    'given-name-not-first': [messageCase('second', adt(), [['^DOMINIQUE^', '^MARIE-LOUISE^']])],
  },
});

import { cdaCase, letters } from '../../../../tests/builders/cda-case.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './cda-given-name-starts-list.ts';

provesCheck(check, {
  ok: [
    letters('first of two', {}),
    cdaCase('compound, hyphen for space', ['qualifier="BR">DOMINIQUE<', 'qualifier="BR">DOMINIQUE-MARIE<']),
  ],
  ko: {
    'given-name-not-first': [
      cdaCase('second name', ['qualifier="BR">DOMINIQUE<', 'qualifier="BR">MARIE-LOUISE<']),
      cdaCase('a prefix that is no name', ['qualifier="BR">DOMINIQUE<', 'qualifier="BR">DOMIN<']),
    ],
  },
});

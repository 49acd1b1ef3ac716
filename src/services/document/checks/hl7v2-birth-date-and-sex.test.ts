import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-birth-date-and-sex.ts';

provesCheck(check, {
  ok: [messageCase('whole', adt())],
  ko: {
    'birth-date': ['1950', '19500000', '19790231', ''].map((date) =>
      messageCase(`date ${date}`, adt(), [['|19790328|', `|${date}|`]]),
    ),
    sex: ['U', 'f', ''].map((sex) =>
      messageCase(`sex ${sex}`, adt(), [['|19790328|F|', `|19790328|${sex}|`]]),
    ),
  },
});

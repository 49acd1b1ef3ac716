import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-birth-traits-sent.ts';

provesCheck(check, {
  ok: [messageCase('both', adt())],
  apart: [
    messageCase('no INS', adt(), [
      [/~279035121500084[^|]*/, ''],
      ['|19790328|F|', '|||'],
    ]),
  ],
  ko: {
    'trait-missing': [
      messageCase('no date', adt(), [['|19790328|F|', '||F|']]),
      messageCase('no sex', adt(), [['|19790328|F|', '|19790328||']]),
    ],
  },
});

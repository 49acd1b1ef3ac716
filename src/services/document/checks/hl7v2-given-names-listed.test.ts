import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-given-names-listed.ts';

provesCheck(check, {
  ok: [messageCase('listed', adt())],
  apart: [messageCase('no INS', adt(), [[/~279035121500084[^|]*/, '']])],
  ko: {
    'given-names-missing': [messageCase('empty', adt(), [['^DOMINIQUE MARIE-LOUISE^^^^L', '^^^^^L']])],
  },
});

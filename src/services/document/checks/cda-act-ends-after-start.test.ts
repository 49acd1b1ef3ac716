import { cdaCase, letters } from '../../../../tests/builders/cda-case.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './cda-act-ends-after-start.ts';

const high = (value: string) => ['<high value="20260611100000+0200"/>', value] as const;

provesCheck(check, {
  ok: [letters('in order', {}), cdaCase('the same day', high('<high value="20260608"/>'))],
  apart: [cdaCase('no end', high('')), cdaCase('no such day', high('<high value="20260231"/>'))],
  ko: {
    'act-ends-before-start': [
      cdaCase('inverted', high('<high value="20260607100000+0200"/>')),
      cdaCase('the day before', high('<high value="20260607"/>')),
    ],
  },
});

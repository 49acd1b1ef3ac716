import { cdaCase, letters } from '../../../../tests/builders/cda-case.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './cda-single-ins.ts';

provesCheck(check, {
  ok: [letters('INS and local number', {})],
  apart: [cdaCase('no INS', ['root="1.2.250.1.213.1.4.10"', 'root="1.2.250.1.999.1.1.2"'])],
  ko: {
    'ins-twice': [
      cdaCase('under two OIDs', [
        '1.2.250.1.999.1.1.1"/>\n      <addr',
        '1.2.250.1.213.1.4.11"/>\n      <addr',
      ]),
    ],
  },
});

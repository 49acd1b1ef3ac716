import { cdaCase, letters } from '../../../../tests/builders/cda-case.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './cda-no-number-for-ins.ts';

provesCheck(check, {
  ok: [
    letters('INS and local number', {}),
    cdaCase('billing number after the INS', [
      '1.2.250.1.999.1.1.1"/>\n      <addr',
      '1.2.250.1.213.1.4.13"/>\n      <addr',
    ]),
  ],
  ko: {
    'oid-not-ins': [
      cdaCase('billing number first', ['root="1.2.250.1.213.1.4.10"', 'root="1.2.250.1.213.1.4.13"']),
      cdaCase('INS-C after the INS', [
        '1.2.250.1.999.1.1.1"/>\n      <addr',
        '1.2.250.1.213.1.4.2"/>\n      <addr',
      ]),
      cdaCase('INS-C', ['root="1.2.250.1.213.1.4.10"', 'root="1.2.250.1.213.1.4.2"']),
    ],
    'id-incomplete': [cdaCase('no extension', ['id extension="0001234567"', 'id'])],
  },
});

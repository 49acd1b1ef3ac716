import { cdaCase, letters } from '../../../../tests/builders/cda-case.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './cda-coded-values.ts';

provesCheck(check, {
  ok: [letters('known codes', {}), letters('a type for exchange only', { code: '56446-8' })],
  ko: {
    'type-unknown': [letters('27899-4', { code: '27899-4' })],
    'display-name-missing': [letters('no label', { displayName: '' })],
    'confidentiality-unknown': [
      cdaCase('unknown code', ['confidentialityCode code="N"', 'confidentialityCode code="X"']),
      cdaCase('wrong system', ['2.16.840.1.113883.5.25', '1.2.250.1.213.1.1.4.13']),
    ],
    'practice-setting-unknown': [cdaCase('unknown', ['code="ETABLISSEMENT"', 'code="HOPITAL"'])],
    'facility-type-unknown': [
      cdaCase('wrong system', ['codeSystem="1.2.250.1.71.4.2.4"', 'codeSystem="1.2.3"']),
    ],
  },
});

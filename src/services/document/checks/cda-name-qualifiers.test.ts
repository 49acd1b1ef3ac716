import { cdaCase, letters } from '../../../../tests/builders/cda-case.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './cda-name-qualifiers.ts';

const br = '<family qualifier="BR">ZZTEST-ALPHA</family>';

provesCheck(check, {
  ok: [
    letters('birth names', {}),
    cdaCase('with a used name', [br, `${br}<family qualifier="CL">ZZTEST</family>`]),
  ],
  ko: {
    'qualifier-unknown': [cdaCase('SP', [br, `${br}<family qualifier="SP">ZZTEST</family>`])],
    'family-unqualified': [cdaCase('bare family', [br, '<family>ZZTEST-ALPHA</family>'])],
    'name-count': [cdaCase('two names', ['</name>\n        <admin', '</name><name/>\n        <admin'])],
  },
});

import { cdaCase, letters } from '../../../../tests/builders/cda-case.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './cda-times-zoned.ts';

const low = /(<serviceEvent>\s*<effectiveTime>)<low value="\d+\+0200"\/>/;

provesCheck(check, {
  ok: [
    letters('whole times', {}),
    cdaCase('the same day', [/<high value="20260611100000\+0200"\/>/, '<high value="20260608"/>']),
  ],
  ko: {
    'creation-time-imprecise': [
      cdaCase('no offset', ['20260611103000+0200"/>\n  <conf', '20260611103000"/>\n  <conf']),
      cdaCase('a day', ['20260611103000+0200"/>\n  <conf', '20260611"/>\n  <conf']),
      cdaCase('absent', ['<effectiveTime value="20260611103000+0200"/>', '']),
    ],
    'time-invalid': [
      cdaCase('31 February', ['<high value="20260611100000+0200"/>', '<high value="20260231"/>']),
    ],
    'act-start-missing': [cdaCase('no low', [low, '<serviceEvent><effectiveTime>'])],
  },
});

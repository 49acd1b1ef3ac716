import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-profile.ts';

provesCheck(check, {
  ok: [
    messageCase('2.11', adt()),
    messageCase('2.10', adt(), [
      ['2.5^FRA^2.11', '2.5^FRA^2.10'],
      ['2.11^IHE_FRANCE-2.11', '2.10^IHE_FRANCE-2.10'],
    ]),
  ],
  ko: {
    'french-version-missing': [messageCase('plain', adt(), [['2.5^FRA^2.11', '2.5']])],
    'profile-missing': [messageCase('none', adt(), [['2.11^IHE_FRANCE-2.11-PAM', '']])],
    'versions-differ': [messageCase('2.10', adt(), [['2.5^FRA^2.11', '2.5^FRA^2.10']])],
  },
});

import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-date-valid.ts';

const date = (value: string | null) => ({ headers: { Date: value } });

provesCheck(check, {
  ok: [
    mailCase('dated'),
    mailCase('without a day of the week', date('11 Jun 2026 10:40 -0000')),
    mailCase('a comment after the offset', date('Thu, 11 Jun 2026 10:40:00 +0200 (CEST)')),
  ],
  ko: {
    'date-missing': [mailCase('none', date(null))],
    'date-malformed': [
      mailCase('another day of the week', date('Fri, 11 Jun 2026 10:40:00 +0200')),
      mailCase('a comment before the offset', date('Thu, 11 Jun 2026 10:40:00 (EDT) -0400')),
      mailCase('a name of zone', date('Thu, 11 Jun 2026 10:40:00 CEST')),
      mailCase('no such day', date('31 Jun 2026 10:40:00 +0200')),
      mailCase('French', date('jeu. 11 juin 2026 10:40:00 +0200')),
    ],
  },
});

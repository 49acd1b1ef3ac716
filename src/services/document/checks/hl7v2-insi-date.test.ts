import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-insi-date.ts';

provesCheck(check, {
  ok: [
    messageCase('before', adt()),
    messageCase('same day', adt(), [['INSI|20260601', 'CV|20260611235900']]),
  ],
  ko: {
    'query-date-missing': ['', '2026', '20260231'].map((date) =>
      messageCase(`date ${date}`, adt(), [['INSI|20260601', `INSI|${date}`]]),
    ),
    'query-date-future': [messageCase('later', adt(), [['INSI|20260601', 'INSI|20260612']])],
  },
});

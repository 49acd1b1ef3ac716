import type { Check } from '../../../domain/check.ts';
import { epochOf, parseHl7Time } from '../../../formats/hl7-time/parse-hl7-time.ts';
import { segmentsOf, valueAt, valueIn } from '../../../formats/hl7v2/hl7-value.ts';
import { judgeMessages, messageKinds, placeIn } from './reading/judge-messages.ts';
import type { Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** An identity obtained from INSi or a carte Vitale says when: ZFD-6, not after the message itself. */
export const check: Check = {
  title: {
    fr: 'Une identité obtenue par INSi ou carte Vitale dit quand elle a été interrogée',
    en: 'An identity obtained from INSi or a carte Vitale says when it was queried',
  },
  assertions: ['INS-HL7-012'],
  clauses: [
    { source: 'ANS hl7V2-exemples', section: 'ZFD (exemple, sans règle)', trust: '2' },
    { source: 'Mediboard, segment ZFD', section: 'ZFD-5, ZFD-6', trust: '2' },
  ],
  reads: messageKinds,
  findings: {
    'query-date-missing': sentences(
      'ZFD-5 vaut {mode} et ZFD-6 ne donne pas de date : « {actual} ».',
      'ZFD-5 is {mode} and ZFD-6 gives no date: "{actual}".',
      'Remplir ZFD-6 avec la date d’interrogation d’INSi, AAAAMMJJ.',
      'Fill ZFD-6 with the date of the INSi query, YYYYMMDD.',
    ),
    'query-date-future': sentences(
      'L’interrogation est datée du {actual}, après le message ({expected}).',
      'The query is dated {actual}, after the message ({expected}).',
      'Écrire la date réelle de l’interrogation.',
      'Write the real date of the query.',
    ),
  },
  judge: (input) =>
    judgeMessages(input, ({ message }) => {
      const due = segmentsOf(message, 'ZFD').filter((zfd) =>
        ['INSI', 'CV'].includes(valueIn(message, zfd, { field: 5 })),
      );
      if (due.length === 0) return undefined;
      const sent = valueAt(message, 'MSH-7.1');
      const sentTime = parseHl7Time(sent);
      return due.flatMap((zfd): readonly Observation[] => {
        const date = valueIn(message, zfd, { field: 6 });
        const time = date.length >= 8 ? parseHl7Time(date) : undefined;
        const place = placeIn(zfd, 'ZFD-6');
        const mode = valueIn(message, zfd, { field: 5 });
        if (time === undefined) {
          return [{ code: 'query-date-missing', actual: date, values: { mode }, ...place }];
        }
        // A day is compared with a day: the hour of the query is not always sent.
        const day = (one: typeof time): string => one.digits.slice(0, 8);
        const future =
          sentTime !== undefined && epochOf(time) > epochOf(sentTime) && day(time) > day(sentTime);
        return future ? [{ code: 'query-date-future', expected: sent, actual: date, ...place }] : [];
      });
    }),
};
